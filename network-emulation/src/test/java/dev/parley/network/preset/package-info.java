@NullMarked
package dev.parley.network.preset;

import org.jspecify.annotations.NullMarked;
