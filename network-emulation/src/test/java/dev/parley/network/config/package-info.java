@NullMarked
package dev.parley.network.config;

import org.jspecify.annotations.NullMarked;
