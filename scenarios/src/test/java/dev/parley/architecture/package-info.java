/** Which part of Parley may use which, as tests. */
@NullMarked
package dev.parley.architecture;

import org.jspecify.annotations.NullMarked;
