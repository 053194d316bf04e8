/** What the templates print: words and numbers that are ready to be read, and nothing to decide. */
@NullMarked
package dev.parley.reports.html.page;

import org.jspecify.annotations.NullMarked;
