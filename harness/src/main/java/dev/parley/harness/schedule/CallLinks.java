package dev.parley.harness.schedule;

import dev.parley.harness.CallErrored;
import dev.parley.harness.call.AttemptLog;
import dev.parley.harness.config.RunSettings;
import dev.parley.harness.network.CallNetwork;
import dev.parley.network.preset.NetworkCatalogue;
import dev.parley.network.relay.PortsExhaustedException;
import dev.parley.network.relay.RelayPlan;
import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.Plan.PlannedCell;
import dev.parley.reports.model.Plan.PlannedParticipant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens the emulated links of an attempt's call. */
final class CallLinks {
  private static final String DIRECT = "direct";

  private final RunContext context;
  private final AttemptLog log;

  CallLinks(RunContext context, AttemptLog log) {
    this.context = context;
    this.log = log;
  }

  /**
   * The links of a cell's participants; empty where nothing is emulated.
   *
   * @throws CallErrored if the machine has no ports left
   */
  Optional<CallNetwork> open(PlannedCell cell, AttemptKey key) {
    List<PlannedParticipant> emulated =
        cell.participants().stream().filter(each -> !each.network().equals(DIRECT)).toList();
    if (emulated.isEmpty()) {
      return Optional.empty();
    }
    RelayPlan plan =
        new RelayPlan(
            key.toString(), seed(context.settings().seed(), key), seats(emulated), captures(key));
    try {
      return Optional.of(
          CallNetwork.open(context.emulation().relay(), plan, context.clock(), log::append));
    } catch (PortsExhaustedException e) {
      throw new CallErrored("relay-ports", String.valueOf(e.getMessage()), e);
    }
  }

  private List<RelayPlan.Seat> seats(List<PlannedParticipant> participants) {
    NetworkCatalogue networks = context.settings().profiles();
    return participants.stream()
        .map(each -> new RelayPlan.Seat(each.name(), networks.get(each.network()).profile(), null))
        .toList();
  }

  private @Nullable Path captures(AttemptKey key) {
    RunSettings settings = context.settings();
    if (!settings.pcap()) {
      return null;
    }
    try {
      return Files.createDirectories(context.folder().of(key));
    } catch (IOException e) {
      throw new UncheckedIOException("no captures can be written: " + e.getMessage(), e);
    }
  }

  /** The same for every attempt at a repetition, so that a retry meets the same network. */
  static long seed(long run, AttemptKey key) {
    String text = "%d %s %d".formatted(run, key.cell(), key.repetition());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
