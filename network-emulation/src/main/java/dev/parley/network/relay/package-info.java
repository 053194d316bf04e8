/** The relay: emulated access links for real UDP media, without any privilege. */
@NullMarked
package dev.parley.network.relay;

import org.jspecify.annotations.NullMarked;
