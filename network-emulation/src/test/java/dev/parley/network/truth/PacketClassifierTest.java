package dev.parley.network.truth;

import static org.testng.Assert.assertEquals;

import dev.parley.network.model.PacketKind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public final class PacketClassifierTest {

  @DataProvider
  Object[][] payloads() {
    return new Object[][] {
      {0, 1, 20, PacketKind.STUN},
      {3, 1, 20, PacketKind.STUN},
      {0, 1, 19, PacketKind.OTHER},
      {4, 0, 100, PacketKind.OTHER},
      {16, 0, 100, PacketKind.OTHER},
      {19, 0, 100, PacketKind.OTHER},
      {20, 254, 100, PacketKind.DTLS},
      {63, 254, 100, PacketKind.DTLS},
      {22, 254, 12, PacketKind.OTHER},
      {64, 0, 4, PacketKind.TURN_CHANNEL},
      {79, 255, 100, PacketKind.TURN_CHANNEL},
      {80, 0, 100, PacketKind.OTHER},
      {127, 0, 100, PacketKind.OTHER},
      {128, 96, 12, PacketKind.RTP},
      {128, 191, 12, PacketKind.RTP},
      {144, 224, 100, PacketKind.RTP},
      {191, 111, 100, PacketKind.RTP},
      {128, 111, 11, PacketKind.OTHER},
      {128, 192, 8, PacketKind.RTCP},
      {129, 200, 28, PacketKind.RTCP},
      {143, 206, 28, PacketKind.RTCP},
      {128, 223, 28, PacketKind.RTCP},
      {128, 200, 7, PacketKind.OTHER},
      {192, 0, 100, PacketKind.OTHER},
      {255, 0, 100, PacketKind.OTHER},
      {0, 0, 0, PacketKind.OTHER},
      {128, 96, 3, PacketKind.OTHER},
    };
  }

  @Test(dataProvider = "payloads")
  public void tellsByTheFirstOctets(int first, int second, int length, PacketKind expected) {
    byte[] octets = new byte[length];
    if (length > 1) {
      octets[0] = (byte) first;
      octets[1] = (byte) second;
    }
    assertEquals(PacketClassifier.classify(ByteBuffer.wrap(octets)).kind(), expected);
  }

  @Test
  public void readsNumbersInNetworkOrderFromThePosition() {
    ByteBuffer payload = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
    byte[] rtp = {(byte) 0x80, 111, (byte) 0xFE, 0x02, 0, 0, 0, 1, (byte) 0xF0, 2, 3, 4};
    payload.position(5).put(rtp).flip().position(5);
    assertEquals(
        PacketClassifier.classify(payload), new PacketId(PacketKind.RTP, 0xF0020304L, 0xFE02));
    assertEquals(payload.position(), 5);
    byte[] rtcp = {(byte) 0x81, (byte) 201, 0, 1, (byte) 0xA0, 0, 0, 9};
    assertEquals(
        PacketClassifier.classify(ByteBuffer.wrap(rtcp)),
        new PacketId(PacketKind.RTCP, 0xA0000009L, -1));
  }
}
