/** From what was asked to the cells of a plan. */
@NullMarked
package dev.parley.harness.matrix;

import org.jspecify.annotations.NullMarked;
