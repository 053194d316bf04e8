/** The bench agrees with what was asked, and would say so if it did not. */
@NullMarked
package dev.parley.network.bench;

import org.jspecify.annotations.NullMarked;
