@NullMarked
package dev.parley.harness.call;

import org.jspecify.annotations.NullMarked;
