/** Emulated access links; knows no browser. */
@NullMarked
package dev.parley.network;

import org.jspecify.annotations.NullMarked;
