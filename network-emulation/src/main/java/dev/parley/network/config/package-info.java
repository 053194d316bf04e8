/** The user's own networks, as {@code profiles:} of {@code parley.yaml} has them. */
@NullMarked
package dev.parley.network.config;

import org.jspecify.annotations.NullMarked;
