package dev.parley.harness.schedule;

import dev.parley.harness.CallErrored;
import dev.parley.reports.model.RunEvent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt is judged by.
 *
 * @param aborted why it was ended from outside; null where it was not
 * @param faults what of the infrastructure failed
 * @param thrown what ended the scenario early; null where it came to its end
 * @param checks the checks made
 * @param brokeInFunction whether a check broke that no load excuses
 * @param starved why the machine could not keep up; empty where it could
 * @param measured whether a window was measured, whose figures a starved machine spoils
 */
record Evidence(
    @Nullable String aborted,
    List<CallErrored> faults,
    @Nullable Throwable thrown,
    List<RunEvent.Check> checks,
    boolean brokeInFunction,
    Optional<String> starved,
    boolean measured) {}
