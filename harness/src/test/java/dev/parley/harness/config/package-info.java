@NullMarked
package dev.parley.harness.config;

import org.jspecify.annotations.NullMarked;
