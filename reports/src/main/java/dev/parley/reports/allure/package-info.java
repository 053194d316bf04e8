/** The run as Allure reads it. */
@NullMarked
package dev.parley.reports.allure;

import org.jspecify.annotations.NullMarked;
