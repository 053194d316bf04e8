@NullMarked
package dev.parley.harness.testng;

import org.jspecify.annotations.NullMarked;
