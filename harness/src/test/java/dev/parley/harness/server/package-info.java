/** Servers for calls, started for real where they are installed. */
@NullMarked
package dev.parley.harness.server;

import org.jspecify.annotations.NullMarked;
