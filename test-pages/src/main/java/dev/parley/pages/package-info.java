/** The pages served to browsers, and the server that serves them and relays signaling. */
@NullMarked
package dev.parley.pages;

import org.jspecify.annotations.NullMarked;
