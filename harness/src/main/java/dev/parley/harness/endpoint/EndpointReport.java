package dev.parley.harness.endpoint;

import java.util.Optional;

/**
 * What came of launching an endpoint and asking it what it can do.
 *
 * @param startSeconds from launch to a connected browser; absent if it did not start
 * @param abilities absent if it could not be asked
 * @param error the cause, if it did not start or could not be asked
 */
public record EndpointReport(
    Endpoint endpoint,
    Optional<Double> startSeconds,
    Optional<Abilities> abilities,
    Optional<String> error) {}
