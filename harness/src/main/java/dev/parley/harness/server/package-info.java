/** Servers of our own that a call can have for a far end: coturn and Janus. */
@NullMarked
package dev.parley.harness.server;

import org.jspecify.annotations.NullMarked;
