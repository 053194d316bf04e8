/** Tests of {@code parley bench}, from the distribution. */
@NullMarked
package dev.parley.bench;

import org.jspecify.annotations.NullMarked;
