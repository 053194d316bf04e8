/**
 * Emulated networks as values: profiles, links, schedules, and the truth about what was applied.
 */
@NullMarked
package dev.parley.network.model;

import org.jspecify.annotations.NullMarked;
