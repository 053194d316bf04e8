package dev.parley.pages;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A certificate made for one server and held in memory only.
 *
 * <p>The JDK can sign but has no public way to make a certificate; writing its forty-odd bytes of
 * structure (RFC 5280, section 4.1) costs less than a cryptography library or a keytool process and
 * its files.
 */
final class SelfSignedCertificate {
  /** Guards nothing: the store never leaves the process. */
  static final String PASSWORD = "in-memory";

  private static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
  private static final String COMMON_NAME = "2.5.4.3";
  private static final String ALTERNATIVE_NAMES = "2.5.29.17";
  private static final int DNS_NAME = 0x82;
  private static final int IP_ADDRESS = 0x87;
  private static final int EXPLICIT_0 = 0xa0;
  private static final int EXPLICIT_3 = 0xa3;
  private static final int VALID_DAYS = 30;

  private SelfSignedCertificate() {}

  /** A store with one key and its certificate for the given names and literal addresses. */
  static KeyStore keyStore(List<String> hosts) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair keys = generator.generateKeyPair();
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "pages",
          keys.getPrivate(),
          PASSWORD.toCharArray(),
          new Certificate[] {certificate(keys, hosts)});
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("No certificate could be made: " + e.getMessage(), e);
    }
  }

  private static Certificate certificate(KeyPair keys, List<String> hosts)
      throws GeneralSecurityException, IOException {
    byte[] algorithm = Der.sequence(Der.objectId(ECDSA_WITH_SHA256));
    byte[] content = content(keys, hosts, algorithm);
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    signature.update(content);
    byte[] encoded = Der.sequence(content, algorithm, Der.bits(signature.sign()));
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(encoded));
  }

  private static byte[] content(KeyPair keys, List<String> hosts, byte[] algorithm)
      throws IOException {
    Instant now = Instant.now();
    byte[] name =
        Der.sequence(
            Der.tagged(
                Der.SET, Der.sequence(Der.objectId(COMMON_NAME), Der.utf8("Parley test pages"))));
    byte[] extension =
        Der.sequence(
            Der.objectId(ALTERNATIVE_NAMES),
            Der.tagged(Der.OCTET_STRING, Der.sequence(alternatives(hosts))));
    return Der.sequence(
        Der.tagged(EXPLICIT_0, Der.integer(BigInteger.TWO)),
        Der.integer(new BigInteger(120, new SecureRandom()).add(BigInteger.ONE)),
        algorithm,
        name,
        Der.sequence(
            Der.time(now.minus(1, ChronoUnit.DAYS)),
            Der.time(now.plus(VALID_DAYS, ChronoUnit.DAYS))),
        name,
        keys.getPublic().getEncoded(),
        Der.tagged(EXPLICIT_3, Der.sequence(extension)));
  }

  private static byte[][] alternatives(List<String> hosts) throws IOException {
    List<byte[]> names = new ArrayList<>();
    for (String host : hosts) {
      boolean literal = host.startsWith("[") || host.matches("[0-9.]+");
      names.add(
          literal
              ? Der.tagged(IP_ADDRESS, InetAddress.getByName(host).getAddress())
              : Der.tagged(DNS_NAME, host.getBytes(StandardCharsets.US_ASCII)));
    }
    return names.toArray(byte[][]::new);
  }
}
