package dev.parley.reports.html.page;

/** A name and its value, as a line of a list. */
public record Fact(String name, String value) {}
