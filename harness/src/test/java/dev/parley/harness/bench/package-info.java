/** Tests of the benchmark's own arithmetic. */
@NullMarked
package dev.parley.harness.bench;

import org.jspecify.annotations.NullMarked;
