/** A run as every report reads it: cell by cell, from one pass over the log. */
@NullMarked
package dev.parley.reports.view;

import org.jspecify.annotations.NullMarked;
