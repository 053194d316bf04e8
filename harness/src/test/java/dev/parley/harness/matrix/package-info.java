@NullMarked
package dev.parley.harness.matrix;

import org.jspecify.annotations.NullMarked;
