/** The report that continuous integration reads. */
@NullMarked
package dev.parley.reports.junit;

import org.jspecify.annotations.NullMarked;
