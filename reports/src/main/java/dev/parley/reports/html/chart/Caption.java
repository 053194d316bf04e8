package dev.parley.reports.html.chart;

/**
 * What a chart is called and what it shows, for those who cannot see it.
 *
 * @param title a few words
 * @param description one or two sentences
 */
public record Caption(String title, String description) {}
