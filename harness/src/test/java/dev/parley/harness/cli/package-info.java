@NullMarked
package dev.parley.harness.cli;

import org.jspecify.annotations.NullMarked;
