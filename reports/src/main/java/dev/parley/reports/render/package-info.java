/** Every report of a run, from one pass over its log. */
@NullMarked
package dev.parley.reports.render;

import org.jspecify.annotations.NullMarked;
