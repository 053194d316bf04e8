@NullMarked
package dev.parley.reports.html.chart;

import org.jspecify.annotations.NullMarked;
