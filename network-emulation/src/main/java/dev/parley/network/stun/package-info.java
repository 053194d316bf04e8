/** As much of STUN (RFC 8489) as tells who sent a datagram. */
@NullMarked
package dev.parley.network.stun;

import org.jspecify.annotations.NullMarked;
