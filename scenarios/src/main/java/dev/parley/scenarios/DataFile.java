package dev.parley.scenarios;

import dev.parley.harness.Amount;
import dev.parley.harness.Call;
import dev.parley.harness.CallInconclusive;
import dev.parley.harness.FileTransfer;
import dev.parley.harness.Media;
import dev.parley.harness.Participant;
import dev.parley.harness.Scenario;
import dev.parley.reports.model.MetricCatalogue;
import java.time.Duration;
import org.testng.annotations.Test;

/** A file over a data channel, each way, sent no faster than it leaves. */
public final class DataFile {
  /** A little more than the page has a channel buffer at once, so that it has to wait. */
  private static final int LEAST_BYTES = 5 * 1024 * 1024 / 4;

  private static final int MOST_BYTES = 16 * 1024 * 1024;

  /** How long a file is to take by the rate that the path gives. */
  private static final double SECONDS = 4;

  private static final double MOST_SECONDS = 60;

  private final Bounds bounds;

  /** With the built-in bounds. */
  public DataFile() {
    this(Bounds.builtIn());
  }

  DataFile(Bounds bounds) {
    this.bounds = bounds;
  }

  @Test
  @Scenario(
      id = "data",
      parameters = "file",
      title = "A file arrives whole, sent with back-pressure",
      networks = "ideal",
      byDefault = false)
  public void aFileArrivesWhole(Call call) {
    call.connect(Media.none().withChannels("first"));
    send(call, call.offerer(), call.answerer());
    send(call, call.answerer(), call.offerer());
  }

  private void send(Call call, Participant sender, Participant receiver) {
    double rate = PathFigures.of(call, sender, receiver).bulkRate();
    int bytes = (int) Math.max(LEAST_BYTES, Math.min(MOST_BYTES, rate * SECONDS / 8));
    double bound = Math.max(SECONDS, 8 * bytes / rate) / bounds.number("data.file.share");
    if (bound > MOST_SECONDS) {
      throw new CallInconclusive(
          "a file of %d bytes may take %.0f s over %s, expected at most %.0f s: take a faster one"
              .formatted(bytes, bound, call.network(), MOST_SECONDS));
    }
    judge(
        call,
        sender,
        sender.sendFile("file-" + sender.name(), bytes, Duration.ofMillis((long) (1000 * bound))));
  }

  void judge(Call call, Participant sender, FileTransfer file) {
    call.check("file at the far end")
        .by(sender)
        .whateverTheLoad()
        .found(file.error() != null ? file.error() : file.equal() ? "equal" : "different")
        .is("equal");
    call.check("waits of the sender for room")
        .by(sender)
        .measured(Amount.of(file.waits(), "waits"))
        .atLeast(Amount.of(1, "waits"));
    call.check("waits that bufferedamountlow ended")
        .by(sender)
        .whateverTheLoad()
        .measured(Amount.of(file.lowEvents(), "waits"))
        .atLeast(Amount.of(file.waits(), "waits"));
    call.figure(sender, MetricCatalogue.DATA_THROUGHPUT, file.throughput());
  }
}
