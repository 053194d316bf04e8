package dev.parley.pages;

import java.security.KeyStore;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** How a server speaks HTTP, plain or over TLS. */
final class Connectors {
  private Connectors() {}

  /** Adds one to the server; it is not open yet. */
  static ServerConnector add(
      Server server,
      PageServerOptions options,
      Supplier<KeyStore> certificate,
      Duration idleTimeout) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    // Whatever is odd about a path is judged by one rule, and answered like any other.
    http.setUriCompliance(UriCompliance.UNSAFE);
    HttpConnectionFactory plain = new HttpConnectionFactory(http);
    ServerConnector connector =
        options.https()
            ? new ServerConnector(server, 1, 1, tls(certificate.get()), plain)
            : new ServerConnector(server, 1, 1, plain);
    connector.setHost(options.address().getHostAddress());
    connector.setPort(options.port());
    connector.setIdleTimeout(idleTimeout.toMillis());
    server.addConnector(connector);
    return connector;
  }

  private static SslConnectionFactory tls(KeyStore certificate) {
    SslContextFactory.Server factory = new SslContextFactory.Server();
    factory.setKeyStore(certificate);
    factory.setKeyStorePassword(SelfSignedCertificate.PASSWORD);
    return new SslConnectionFactory(factory, "http/1.1");
  }
}
