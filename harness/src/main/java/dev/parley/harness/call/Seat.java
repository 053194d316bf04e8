package dev.parley.harness.call;

import dev.parley.harness.endpoint.Lease;
import dev.parley.reports.model.Plan.PlannedParticipant;

/**
 * A participant's place in a call that takes place: who it is, its browser, and its page's record.
 *
 * @param planned who it is
 * @param lease its browser
 * @param record what its page reported
 */
record Seat(PlannedParticipant planned, Lease lease, PageRecord record) {}
