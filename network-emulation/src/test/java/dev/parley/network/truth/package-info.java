/** What was recorded is what happened. */
@NullMarked
package dev.parley.network.truth;

import org.jspecify.annotations.NullMarked;
