/** Drives links against the clock: an accurate timer, and the thread that minds what is due. */
@NullMarked
package dev.parley.network.realtime;

import org.jspecify.annotations.NullMarked;
