/** Browsers: found, driven, leased, and swept away. */
@NullMarked
package dev.parley.harness.endpoint;

import org.jspecify.annotations.NullMarked;
