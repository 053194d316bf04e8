/** A call as it happens: participants, their pages, what they report. */
@NullMarked
package dev.parley.harness.call;

import org.jspecify.annotations.NullMarked;
