/** Captures, octet by octet. */
@NullMarked
package dev.parley.network.capture;

import org.jspecify.annotations.NullMarked;
