/** Measures the emulator against references. */
@NullMarked
package dev.parley.network.bench;

import org.jspecify.annotations.NullMarked;
