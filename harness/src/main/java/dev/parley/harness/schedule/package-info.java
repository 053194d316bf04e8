/** Runs the cells of a plan, judges and records them. */
@NullMarked
package dev.parley.harness.schedule;

import org.jspecify.annotations.NullMarked;
