package dev.parley.harness.network;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A second network interface of this machine, as long as it is open; only root can have one. */
final class SecondInterface implements AutoCloseable {
  /** Of the block for benchmarks (RFC 2544), which nobody routes. */
  private static final String ADDRESS = "198.18.77.1";

  private static final String NAME = "parley-test0";

  private static final String OTHER_END = "parley-test1";

  SecondInterface() throws IOException {
    if (!ip("link", "add", NAME, "type", "veth", "peer", "name", OTHER_END)) {
      throw new IOException("cannot make an interface; it takes Linux and root");
    }
    if (!ip("addr", "add", ADDRESS + "/24", "dev", NAME)
        || !ip("link", "set", OTHER_END, "up")
        || !ip("link", "set", NAME, "up")) {
      close();
      throw new IOException("cannot give an interface an address");
    }
  }

  String address() {
    return ADDRESS;
  }

  private static boolean ip(String... arguments) throws IOException {
    Process process =
        new ProcessBuilder()
            .command(Stream.concat(Stream.of("ip"), Stream.of(arguments)).toList())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    ip("link", "del", NAME);
  }
}
