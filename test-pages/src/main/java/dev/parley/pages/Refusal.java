package dev.parley.pages;

import java.time.Instant;

/**
 * Something that the server would not do.
 *
 * @param kind a stable word: {@code token}, {@code host}, {@code path}, {@code method}, {@code
 *     origin}, {@code seat}, {@code upgrade}, {@code oversize}, {@code malformed}, {@code version},
 *     {@code rate}, {@code binary}, {@code slow}, {@code unreachable}
 * @param what a line for people, without the token and without control characters
 * @param remote the address it came from
 */
public record Refusal(Instant at, String kind, String what, String remote) {}
