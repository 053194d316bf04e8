/** What a network is to do, and whether the emulator does it: curves, probes and verdicts. */
@NullMarked
package dev.parley.network.check;

import org.jspecify.annotations.NullMarked;
