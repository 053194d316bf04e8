/** Measures what Parley itself costs, against a program that does no more than it has to. */
@NullMarked
package dev.parley.harness.bench;

import org.jspecify.annotations.NullMarked;
