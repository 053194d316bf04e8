/** Whole runs in processes of their own, as a user starts them. */
@NullMarked
package dev.parley.scenarios;

import org.jspecify.annotations.NullMarked;
