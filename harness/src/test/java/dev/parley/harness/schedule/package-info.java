@NullMarked
package dev.parley.harness.schedule;

import org.jspecify.annotations.NullMarked;
