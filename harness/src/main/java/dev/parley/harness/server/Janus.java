package dev.parley.harness.server;

import dev.parley.harness.endpoint.OwnedRun;
import dev.parley.harness.endpoint.ServerProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A media server of our own, with its echo test and its video room. */
public final class Janus implements AutoCloseable {
  private final ServerProcess process;
  private final JanusApi api;

  private Janus(ServerProcess process) {
    this.process = process;
    this.api = new JanusApi(api(process.port()));
  }

  /** How it takes part in ICE. */
  public enum Ice {
    /** Checks connectivity itself, and trickles its candidates. */
    FULL,
    /** Only answers checks (RFC 8445, 2.5); its candidates are in its descriptions. */
    LITE
  }

  /**
   * Starts one on free ports and waits until it answers.
   *
   * @param media one of this machine's addresses, which its candidates name; its API is on loopback
   * @throws ServerException if it is not installed or does not start; with what its log said last
   */
  public static Janus start(OwnedRun run, InetAddress media, Ice ice) {
    return new Janus(
        ServerProcess.start(
            run, ServerProgram.JANUS, InetAddress.getLoopbackAddress(), new Setup(media, ice)));
  }

  private static URI api(int port) {
    return URI.create("http://127.0.0.1:" + port + "/janus");
  }

  /**
   * Opens a session with one of its plugins.
   *
   * @param plugin {@code echotest} or {@code videoroom}
   * @throws ServerException if it refuses
   */
  public JanusSession attach(String plugin) {
    return JanusSession.open(api, plugin);
  }

  /** What it tells of itself: {@code name}, {@code version_string}, {@code ice-lite} and more. */
  public JsonNode info() {
    return api.get("/info");
  }

  /** The last lines of its log, at most 200. */
  public List<String> log() {
    return process.log();
  }

  @Override
  public void close() {
    process.close();
  }

  private record Setup(InetAddress media, Ice ice) implements ServerProcess.Setup {

    @Override
    public List<String> configure(Path folder, int port) throws IOException {
      new JanusConfiguration(media, ice, port).write(folder);
      return List.of(
          "--configs-folder=" + folder, "--config=" + folder.resolve(JanusConfiguration.MAIN));
    }

    @Override
    public boolean answers(int port) {
      return JanusApi.answers(api(port));
    }
  }
}
