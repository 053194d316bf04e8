package dev.parley.harness.endpoint;

import org.openqa.selenium.remote.HttpCommandExecutor;
import org.openqa.selenium.remote.RemoteWebDriver;

/** Lets go of a session's sockets and threads without asking its driver, which may be dead. */
final class Connections {
  private Connections() {}

  static void close(RemoteWebDriver session) {
    close(session.getCommandExecutor());
  }

  static void close(Object executor) {
    if (executor instanceof HttpCommandExecutor http) {
      http.client.close();
    }
  }
}
