package dev.parley.network.stun;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Writes STUN messages, for tests. */
public final class StunBuilder {
  private final ByteBuffer data = ByteBuffer.allocate(1500);

  private StunBuilder(int type, long transaction) {
    data.putShort((short) type).putShort((short) 0).putInt(StunMessage.COOKIE);
    data.putInt(0x50415253).putLong(transaction);
  }

  /** A Binding request. */
  public static StunBuilder bindingRequest(long transaction) {
    return new StunBuilder(0x0001, transaction);
  }

  /** A Binding success response. */
  public static StunBuilder bindingSuccess(long transaction) {
    return new StunBuilder(0x0101, transaction);
  }

  /** A message of any type, as in {@code 0x0003} for an Allocate request. */
  public static StunBuilder of(int type, long transaction) {
    return new StunBuilder(type, transaction);
  }

  public StunBuilder username(String text) {
    return text(StunMessage.USERNAME, text);
  }

  public StunBuilder realm(String text) {
    return text(StunMessage.REALM, text);
  }

  /** MESSAGE-INTEGRITY with the password of a short-term credential. */
  public StunBuilder integrity(String password) {
    return integrity(StunKey.shortTerm(password));
  }

  /** MESSAGE-INTEGRITY with a key. */
  public StunBuilder integrity(StunKey key) {
    byte[] covered = upToHere(24);
    return attribute(StunMessage.MESSAGE_INTEGRITY, key.sign(covered));
  }

  public StunBuilder fingerprint() {
    CRC32 crc = new CRC32();
    crc.update(upToHere(8));
    int value = (int) crc.getValue() ^ StunMessage.FINGERPRINT_XOR;
    return attribute(StunMessage.FINGERPRINT, ByteBuffer.allocate(4).putInt(value).array());
  }

  public StunBuilder attribute(int type, byte[] value) {
    data.putShort((short) type).putShort((short) value.length).put(value);
    data.put(new byte[(4 - value.length % 4) % 4]);
    data.putShort(2, (short) (data.position() - StunMessage.HEADER));
    return this;
  }

  public byte[] build() {
    return Arrays.copyOf(data.array(), data.position());
  }

  private StunBuilder text(int type, String text) {
    return attribute(type, text.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] upToHere(int more) {
    byte[] covered = build();
    ByteBuffer.wrap(covered).putShort(2, (short) (covered.length + more - StunMessage.HEADER));
    return covered;
  }
}
