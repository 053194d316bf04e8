/**
 * Capacity over time as recorded or made: Mahimahi's format, and the generator of bundled traces.
 */
@NullMarked
package dev.parley.network.trace;

import org.jspecify.annotations.NullMarked;
