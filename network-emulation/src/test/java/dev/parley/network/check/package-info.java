@NullMarked
package dev.parley.network.check;

import org.jspecify.annotations.NullMarked;
