package dev.parley.network.stun;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertNull;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What TURN carries. */
public final class TurnDataTest {
  private static final byte[] INNER = {(byte) 0x80, 111, 0, 7, 5};

  @DataProvider
  Object[][] wrapped() {
    byte[] channel = ByteBuffer.allocate(9).putShort((short) 0x4001).putShort((short) 5).array();
    System.arraycopy(INNER, 0, channel, 4, INNER.length);
    byte[] peer = {0, 1, 2, 3, 4, 5, 6, 7};
    return new Object[][] {
      {channel},
      {StunBuilder.of(0x0016, 1).attribute(0x0012, peer).attribute(0x0013, INNER).build()},
      {StunBuilder.of(0x0017, 1).attribute(0x0013, INNER).attribute(0x0012, peer).build()},
    };
  }

  @Test(dataProvider = "wrapped")
  void isOpened(byte[] payload) {
    ByteBuffer inner = TurnData.of(payload);
    assertEquals(inner, ByteBuffer.wrap(INNER));
  }

  @Test
  void nothingElseIs() {
    assertNull(TurnData.of(INNER));
    assertNull(TurnData.of(new byte[] {0x40}));
    assertNull(TurnData.of(StunBuilder.bindingRequest(1).attribute(0x0013, INNER).build()));
    assertNull(TurnData.of(StunBuilder.of(0x0017, 1).username("nobody").build()));
    byte[] torn = StunBuilder.of(0x0017, 1).attribute(0x0013, INNER).build();
    assertNull(TurnData.of(Arrays.copyOf(torn, torn.length - 4)));
  }
}
