/** The clock-free engine: what a link does to packets, exact in virtual time. */
@NullMarked
package dev.parley.network.engine;

import org.jspecify.annotations.NullMarked;
