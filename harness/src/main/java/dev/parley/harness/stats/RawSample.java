package dev.parley.harness.stats;

import tools.jackson.databind.JsonNode;

/**
 * One getStats report as a page sent it.
 *
 * @param pc the peer connection's id within the page
 * @param number counts the samples due from 1; a gap is a lost sample
 * @param pageMs the page's {@code performance.now()} when it was taken
 * @param report the array of stats objects
 */
public record RawSample(String pc, long number, double pageMs, JsonNode report) {}
