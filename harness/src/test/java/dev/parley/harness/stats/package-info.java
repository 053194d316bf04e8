@NullMarked
package dev.parley.harness.stats;

import org.jspecify.annotations.NullMarked;
