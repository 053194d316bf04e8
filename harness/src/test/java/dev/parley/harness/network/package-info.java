@NullMarked
package dev.parley.harness.network;

import org.jspecify.annotations.NullMarked;
