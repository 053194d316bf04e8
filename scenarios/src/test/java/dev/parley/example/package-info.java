/** Tests of the example project, as its reader would use it. */
@NullMarked
package dev.parley.example;

import org.jspecify.annotations.NullMarked;
