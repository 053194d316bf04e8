/** Writes captures that Wireshark and tcpdump open. */
@NullMarked
package dev.parley.network.capture;

import org.jspecify.annotations.NullMarked;
