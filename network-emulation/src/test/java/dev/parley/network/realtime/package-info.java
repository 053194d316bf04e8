@NullMarked
package dev.parley.network.realtime;

import org.jspecify.annotations.NullMarked;
