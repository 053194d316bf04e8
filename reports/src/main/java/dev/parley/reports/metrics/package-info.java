/** Formulas over measured counters, each value with the reason where there is none; pure. */
@NullMarked
package dev.parley.reports.metrics;

import org.jspecify.annotations.NullMarked;
