/** A run in short: for programs as JSON, for people as Markdown. */
@NullMarked
package dev.parley.reports.summary;

import org.jspecify.annotations.NullMarked;
