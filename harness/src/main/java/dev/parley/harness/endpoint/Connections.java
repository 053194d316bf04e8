package dev.parley.harness.endpoint;

import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.remote.CommandExecutor;
import org.openqa.selenium.remote.HttpCommandExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets go of the sockets and threads of a browser that was ended, without asking it; beside the
 * caller, because closing a socket that was reset takes the HTTP client four seconds.
 */
final class Connections {
  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

  private Connections() {}

  static void release(CommandExecutor executor, @Nullable Bidi bidi) {
    Thread thread = new Thread(() -> close(executor, bidi), "connections-of-an-ended-browser");
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(CommandExecutor executor, @Nullable Bidi bidi) {
    try {
      if (bidi != null) {
        bidi.close();
      }
      if (executor instanceof HttpCommandExecutor http) {
        http.client.close();
      }
    } catch (WebDriverException e) {
      LOG.debug("a socket of an ended browser: {}", e.getMessage());
    }
  }
}
