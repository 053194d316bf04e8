/** The engine in virtual time: exactness, distributions, queues, schedules, invariants. */
@NullMarked
package dev.parley.network.engine;

import org.jspecify.annotations.NullMarked;
