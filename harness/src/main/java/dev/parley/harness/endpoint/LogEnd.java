package dev.parley.harness.endpoint;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * Copies the last whole lines of a log, each without its secrets.
 *
 * @param longest how many bytes of it are read at most
 * @param clean takes secrets out of a line
 */
record LogEnd(long longest, UnaryOperator<String> clean) {

  /** Copies; bytes that are no UTF-8 are replaced. */
  void copy(Path log, Path to) throws IOException {
    try (SeekableByteChannel bytes = Files.newByteChannel(log);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Channels.newInputStream(bytes), StandardCharsets.UTF_8));
        BufferedWriter out = Files.newBufferedWriter(to)) {
      long skipped = Math.max(0, bytes.size() - longest);
      bytes.position(skipped);
      if (skipped > 0) {
        // Half a line may begin within a secret, which nothing would recognise any more.
        lines.readLine();
      }
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        out.write(clean.apply(line));
        out.newLine();
      }
    }
  }
}
