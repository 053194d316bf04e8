@NullMarked
package dev.parley.network.trace;

import org.jspecify.annotations.NullMarked;
