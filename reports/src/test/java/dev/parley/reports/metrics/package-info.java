@NullMarked
package dev.parley.reports.metrics;

import org.jspecify.annotations.NullMarked;
