package dev.parley.network.capture;

import static org.testng.Assert.assertEquals;

import dev.parley.network.model.Direction;
import dev.parley.network.model.DropCause;
import dev.parley.network.model.PacketKind;
import dev.parley.network.model.PacketTruth;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.Test;

public final class CaptureCommentTest {

  private static PacketTruth truth(
      long departed, @Nullable DropCause cause, int copy, boolean corrupted) {
    return new PacketTruth(
        17, 1_000, 50_001_000, departed, 99, PacketKind.RTP, 7, 1, cause, copy, corrupted, 3600);
  }

  @Test
  public void saysWhatBecameOfAPacket() {
    assertEquals(
        CaptureComment.of(Direction.UP, truth(50_046_000, null, 0, false)),
        "up 17: delivered; due 50.000 ms after its arrival, left 0.045 ms late; 3600 bytes waited");
    assertEquals(
        CaptureComment.of(Direction.DOWN, truth(-1, null, 1, true)),
        "down 17: delivered again, corrupted; due 50.000 ms after its arrival, not yet left;"
            + " 3600 bytes waited");
    assertEquals(
        CaptureComment.of(Direction.DOWN, truth(-1, DropCause.TRACE_END, 0, false)),
        "down 17: dropped: trace-end; 50.000 ms after its arrival; 3600 bytes waited");
  }
}
