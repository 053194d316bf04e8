/** The HTML report: static pages and SVG, legible without a network and without a script. */
@NullMarked
package dev.parley.reports.html;

import org.jspecify.annotations.NullMarked;
