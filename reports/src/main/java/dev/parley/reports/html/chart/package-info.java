/**
 * Charts as SVG text: axes, lines and lanes, styled by classes only and the same for the same data.
 */
@NullMarked
package dev.parley.reports.html.chart;

import org.jspecify.annotations.NullMarked;
