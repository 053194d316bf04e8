@NullMarked
package dev.parley.network.stun;

import org.jspecify.annotations.NullMarked;
