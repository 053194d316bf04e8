package dev.parley.network.stun;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertNull;
import static org.testng.Assert.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** The test vectors of RFC 5769, and what is none of STUN. */
public final class StunMessageTest {
  private static final String PASSWORD = "VOkJxbRl1RmTxUk/WvJxBt";
  private static final String REQUEST =
      """
      000100582112a442b7e7a701bc34d686fa87dfae
      802200105354554e207465737420636c69656e74
      002400046e0001ff
      80290008932ff9b151263b36
      000600096576746a3a68367659202020
      000800149aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a2
      80280004e57a3bcf
      """;
  private static final String IPV4_RESPONSE =
      """
      0101003c2112a442b7e7a701bc34d686fa87dfae
      8022000b7465737420766563746f7220
      002000080001a147e112a643
      000800142b91f599fd9e90c38c7489f92af9ba53f06be7d7
      80280004c07d4c96
      """;
  private static final String IPV6_RESPONSE =
      """
      010100482112a442b7e7a701bc34d686fa87dfae
      8022000b7465737420766563746f7220
      002000140002a1470113a9faa5d3f179bc25f4b5bed2b9d9
      00080014a382954e4be67bf11784c97c8292c275bfe3ed41
      80280004c8fb0b4c
      """;
  private static final String LONG_TERM_REQUEST =
      """
      000100602112a44278ad3433c6ad72c029da412e
      00060012e3839ee38388e383aae38383e382afe382b90000
      0015001c662f2f3439396b39353464364f4c33346f4c394653547679363473410014000b6578616d706c652e6f726700
      00080014f67024656dd64a3e02b8e0712e85c9a28ca89666
      """;

  @DataProvider
  Object[][] shortTermVectors() {
    return new Object[][] {
      {REQUEST, StunMessage.Kind.REQUEST},
      {IPV4_RESPONSE, StunMessage.Kind.SUCCESS},
      {IPV6_RESPONSE, StunMessage.Kind.SUCCESS},
    };
  }

  @Test(dataProvider = "shortTermVectors")
  public void shortTermVectorsHold(String hex, StunMessage.Kind kind) {
    StunMessage message = parsed(bytes(hex));
    assertEquals(message.method(), StunMessage.BINDING);
    assertEquals(message.kind(), kind);
    assertEquals(message.transaction(), "b7e7a701bc34d686fa87dfae");
    assertTrue(message.isIntact(StunKey.shortTerm(PASSWORD)));
    assertTrue(message.fingerprintHolds());
    assertFalse(message.isIntact(StunKey.shortTerm("another")));
    assertFalse(message.isIntact(StunKey.shortTerm("")));
  }

  @Test(dataProvider = "shortTermVectors")
  public void everyFlippedBitBeforeTheSignatureIsSeen(String hex, StunMessage.Kind kind) {
    byte[] sound = bytes(hex);
    int signature = sound.length - 8 - 24;
    for (int bit = 0; bit < signature * 8; bit++) {
      byte[] forged = sound.clone();
      forged[bit / 8] ^= (byte) (1 << (bit % 8));
      StunMessage message = StunMessage.parse(forged, forged.length);
      assertFalse(
          message != null && message.isIntact(StunKey.shortTerm(PASSWORD)), "bit " + bit + kind);
    }
  }

  @Test
  public void usernameIsRead() {
    assertEquals(parsed(bytes(REQUEST)).username(), "evtj:h6vY");
    assertNull(parsed(bytes(IPV4_RESPONSE)).username());
  }

  @Test
  public void longTermVectorHolds() {
    StunMessage message = parsed(bytes(LONG_TERM_REQUEST));
    assertEquals(message.username(), "マトリックス");
    assertEquals(message.realm(), "example.org");
    assertTrue(message.isIntact(StunKey.longTerm("マトリックス", "example.org", "TheMatrIX")));
    assertFalse(message.isIntact(StunKey.longTerm("マトリックス", "example.org", "TheMatrix")));
    assertTrue(message.fingerprintHolds(), "without one there is nothing wrong with it");
  }

  @Test
  public void wrongFingerprintIsSeen() {
    byte[] message = bytes(REQUEST);
    message[message.length - 1] ^= 1;
    assertFalse(parsed(message).fingerprintHolds());
  }

  @Test
  public void whatIsWrittenIsRead() {
    byte[] allocate = StunBuilder.of(0x0003, 5).username("u").realm("r").integrity("p").build();
    StunMessage message = parsed(allocate);
    assertEquals(message.method(), StunMessage.ALLOCATE);
    assertEquals(message.kind(), StunMessage.Kind.REQUEST);
    assertEquals(message.realm(), "r");
    assertTrue(message.isIntact(StunKey.shortTerm("p")));
    assertEquals(parsed(StunBuilder.of(0x0113, 5).build()).kind(), StunMessage.Kind.ERROR);
    assertEquals(parsed(StunBuilder.of(0x0017, 5).build()).kind(), StunMessage.Kind.INDICATION);
  }

  @Test
  public void whatFollowsTheSignatureDoesNotCount() {
    byte[] message = StunBuilder.bindingRequest(1).integrity("p").username("late").build();
    assertNull(parsed(message).username());
  }

  @Test
  public void noiseIsNoStunAndNoError() {
    long seed = 20_261_122;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      byte[] noise = new byte[random.nextInt(120)];
      random.nextBytes(noise);
      assertNull(StunMessage.parse(noise, noise.length), "seed " + seed + ", datagram " + i);
    }
  }

  @Test
  public void tornAndLyingMessagesAreRefused() {
    byte[] sound = bytes(REQUEST);
    for (int length = 0; length < sound.length; length++) {
      assertNull(StunMessage.parse(Arrays.copyOf(sound, length), length), "length " + length);
    }
    byte[] lying = sound.clone();
    lying[23] = (byte) 0xff;
    assertNull(StunMessage.parse(lying, lying.length));
  }

  private static StunMessage parsed(byte[] bytes) {
    StunMessage message = StunMessage.parse(bytes, bytes.length);
    if (message == null) {
      throw new AssertionError("found no STUN message in " + HexFormat.of().formatHex(bytes));
    }
    return message;
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
  }
}
