/** Networks by name: presets, test cases, traces, the user's own, and who of a call gets which. */
@NullMarked
package dev.parley.network.preset;

import org.jspecify.annotations.NullMarked;
