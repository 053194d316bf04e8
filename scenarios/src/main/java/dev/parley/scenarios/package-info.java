/** The catalogue of scenarios, each a small TestNG class that reads as its own description. */
@NullMarked
package dev.parley.scenarios;

import org.jspecify.annotations.NullMarked;
