/** The event log: the one file that a run's truth is in, its writer and its reader. */
@NullMarked
package dev.parley.reports.log;

import org.jspecify.annotations.NullMarked;
