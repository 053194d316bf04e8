@NullMarked
package dev.parley.reports.html;

import org.jspecify.annotations.NullMarked;
