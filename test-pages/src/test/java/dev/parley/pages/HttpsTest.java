package dev.parley.pages;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.testng.annotations.Test;

@org.jspecify.annotations.NullUnmarked
public class HttpsTest {

  @Test
  public void theCertificateIsFreshValidAndForTheNamesAsked() throws Exception {
    List<String> hosts = List.of("127.0.0.1", "localhost", "[::1]");
    X509Certificate certificate = certificate(SelfSignedCertificate.keyStore(hosts));
    certificate.verify(certificate.getPublicKey());
    certificate.checkValidity(Date.from(Instant.now()));
    assertEquals(
        certificate.getSubjectAlternativeNames().stream().map(name -> name.get(1)).toList(),
        List.of("127.0.0.1", "localhost", "0:0:0:0:0:0:0:1"));
    X509Certificate next = certificate(SelfSignedCertificate.keyStore(hosts));
    assertTrue(!certificate.getSerialNumber().equals(next.getSerialNumber()));
    assertTrue(!certificate.getPublicKey().equals(next.getPublicKey()));
  }

  @Test
  public void pagesAreServedOverTlsToWhoTrustsTheCertificate() throws Exception {
    KeyStore store = SelfSignedCertificate.keyStore(List.of("127.0.0.1"));
    PageServerOptions d = PageServerOptions.defaults();
    PageServerOptions options =
        new PageServerOptions(
            d.address(), 0, true, d.maxMessageBytes(), d.maxMessagesPerSecond(), d.pingInterval());
    try (PageServer server = PageServer.start(options, () -> store)) {
      assertEquals(server.uri().getScheme(), "https");
      HttpClient client = HttpClient.newBuilder().sslContext(trusting(store)).build();
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(server.uri().resolve("call.html")).build(),
              HttpResponse.BodyHandlers.ofString());
      assertEquals(answer.statusCode(), 200);
      String policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
      assertTrue(policy.contains("wss://" + server.uri().getAuthority()), policy);
    }
  }

  private static X509Certificate certificate(KeyStore store) throws Exception {
    return (X509Certificate) store.getCertificate(store.aliases().nextElement());
  }

  private static SSLContext trusting(KeyStore store) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("pages", certificate(store));
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }
}
