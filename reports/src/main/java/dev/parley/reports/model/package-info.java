/** What a run consists of: cells, outcomes, metrics and the events of the log. */
@NullMarked
package dev.parley.reports.model;

import org.jspecify.annotations.NullMarked;
