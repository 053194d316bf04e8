package dev.parley.network.stun;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** With what a MESSAGE-INTEGRITY is made; its text form shows nothing of it. */
public final class StunKey {
  private final byte[] bytes;

  private StunKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The key of a short-term credential (RFC 8489, section 9.1.1), as ICE has them. */
  public static StunKey shortTerm(String password) {
    return new StunKey(password.getBytes(StandardCharsets.UTF_8));
  }

  /** The key of a long-term credential (section 9.2.2), by MD5. */
  public static StunKey longTerm(String username, String realm, String password) {
    try {
      String all = username + ":" + realm + ":" + password;
      return new StunKey(
          MessageDigest.getInstance("MD5").digest(all.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no MD5", e);
    }
  }

  /** HMAC-SHA1 of these bytes. */
  byte[] sign(byte[] covered) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(bytes, "HmacSHA1"));
      return mac.doFinal(covered);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HMAC-SHA1", e);
    }
  }

  /** Whether there is anything to sign with. */
  boolean isEmpty() {
    return bytes.length == 0;
  }

  @Override
  public String toString() {
    return "StunKey";
  }
}
