package dev.parley.network.stun;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** A STUN message (RFC 8489, section 5), read from a datagram that it keeps no copy of. */
public final class StunMessage {
  /** The method of connectivity checks. */
  public static final int BINDING = 0x001;

  /** The method that asks for a relayed address (RFC 8656). */
  public static final int ALLOCATE = 0x003;

  static final int COOKIE = 0x2112A442;
  static final int HEADER = 20;
  static final int USERNAME = 0x0006;
  static final int MESSAGE_INTEGRITY = 0x0008;
  static final int REALM = 0x0014;
  static final int FINGERPRINT = 0x8028;
  static final int FINGERPRINT_XOR = 0x5354554e;
  private static final int HMAC_SHA1_BYTES = 20;

  private final ByteBuffer data;
  private final int usernameAt;
  private final int realmAt;
  private final int integrityAt;
  private final int fingerprintAt;

  private StunMessage(ByteBuffer data) {
    this.data = data;
    int[] found = {-1, -1, -1, -1};
    for (int at = HEADER; at < data.limit(); at += 4 + padded(data.getShort(at + 2) & 0xffff)) {
      int type = data.getShort(at) & 0xffff;
      if (found[2] >= 0 && type != FINGERPRINT) {
        continue;
      }
      switch (type) {
        case USERNAME -> found[0] = found[0] < 0 ? at : found[0];
        case REALM -> found[1] = found[1] < 0 ? at : found[1];
        case MESSAGE_INTEGRITY -> found[2] = at;
        case FINGERPRINT -> found[3] = at;
        default -> {}
      }
    }
    usernameAt = found[0];
    realmAt = found[1];
    integrityAt = found[2];
    fingerprintAt = found[3];
  }

  /** What a STUN message is for. */
  public enum Kind {
    REQUEST,
    INDICATION,
    SUCCESS,
    ERROR
  }

  /** The message in the first {@code length} bytes; null if they are none. */
  public static @Nullable StunMessage parse(byte[] bytes, int length) {
    if (length < HEADER || (bytes[0] & 0xc0) != 0) {
      return null;
    }
    ByteBuffer data = ByteBuffer.wrap(bytes, 0, length).slice();
    int said = data.getShort(2) & 0xffff;
    if (data.getInt(4) != COOKIE || said != length - HEADER || said % 4 != 0) {
      return null;
    }
    int at = HEADER;
    while (at + 4 <= length) {
      at += 4 + padded(data.getShort(at + 2) & 0xffff);
    }
    return at == length ? new StunMessage(data) : null;
  }

  /** The method, as in {@link #BINDING}. */
  public int method() {
    int type = data.getShort(0);
    return (type & 0x000f) | ((type & 0x00e0) >> 1) | ((type & 0x3e00) >> 2);
  }

  /** Whether it asks or answers. */
  public Kind kind() {
    int type = data.getShort(0);
    return Kind.values()[((type & 0x0100) >> 7) | ((type & 0x0010) >> 4)];
  }

  /** The transaction id, 24 hexadecimal digits. */
  public String transaction() {
    return "%08x%016x".formatted(data.getInt(8), data.getLong(12));
  }

  /** USERNAME; null without. */
  public @Nullable String username() {
    return text(usernameAt);
  }

  /** REALM; null without. */
  public @Nullable String realm() {
    return text(realmAt);
  }

  /** Whether there is a MESSAGE-INTEGRITY at all. */
  public boolean hasIntegrity() {
    return integrityAt >= 0;
  }

  /** Whether MESSAGE-INTEGRITY (section 14.5) is there and was made with this key. */
  public boolean isIntact(StunKey key) {
    if (integrityAt < 0 || key.isEmpty() || valueLength(integrityAt) != HMAC_SHA1_BYTES) {
      return false;
    }
    byte[] covered = upTo(integrityAt, integrityAt + 4 + HMAC_SHA1_BYTES);
    byte[] said = new byte[HMAC_SHA1_BYTES];
    data.get(integrityAt + 4, said);
    return MessageDigest.isEqual(said, key.sign(covered));
  }

  /** Whether FINGERPRINT (section 14.7) is absent or right. */
  public boolean fingerprintHolds() {
    if (fingerprintAt < 0) {
      return true;
    }
    if (valueLength(fingerprintAt) != 4 || fingerprintAt + 8 != data.limit()) {
      return false;
    }
    CRC32 crc = new CRC32();
    crc.update(upTo(fingerprintAt, data.limit()));
    return ((int) crc.getValue() ^ FINGERPRINT_XOR) == data.getInt(fingerprintAt + 4);
  }

  private static int padded(int length) {
    return (length + 3) & ~3;
  }

  private int valueLength(int at) {
    return data.getShort(at + 2) & 0xffff;
  }

  /** The bytes before an attribute, with the length that the message has when it ends at an end. */
  private byte[] upTo(int at, int end) {
    byte[] covered = Arrays.copyOfRange(data.array(), data.arrayOffset(), data.arrayOffset() + at);
    ByteBuffer.wrap(covered).putShort(2, (short) (end - HEADER));
    return covered;
  }

  private @Nullable String text(int at) {
    if (at < 0) {
      return null;
    }
    byte[] value = new byte[valueLength(at)];
    data.get(at + 4, value);
    return new String(value, StandardCharsets.UTF_8);
  }
}
