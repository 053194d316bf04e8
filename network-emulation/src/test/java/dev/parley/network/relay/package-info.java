@NullMarked
package dev.parley.network.relay;

import org.jspecify.annotations.NullMarked;
