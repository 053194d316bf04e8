/** The two doors through which TestNG enters. */
@NullMarked
package dev.parley.harness.testng;

import org.jspecify.annotations.NullMarked;
