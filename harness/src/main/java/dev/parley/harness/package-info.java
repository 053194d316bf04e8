/** The API for those who write scenarios. */
@NullMarked
package dev.parley.harness;

import org.jspecify.annotations.NullMarked;
