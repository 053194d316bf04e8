/** Records what links did: counters, histograms, flows, and packet by packet when asked. */
@NullMarked
package dev.parley.network.truth;

import org.jspecify.annotations.NullMarked;
