/** Raw getStats to metrics, and page clocks to the run's; pure. */
@NullMarked
package dev.parley.harness.stats;

import org.jspecify.annotations.NullMarked;
