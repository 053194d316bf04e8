/**
 * A call's emulated links: opening them, taking down what they did, and judging whether to trust
 * it.
 */
@NullMarked
package dev.parley.harness.network;

import org.jspecify.annotations.NullMarked;
