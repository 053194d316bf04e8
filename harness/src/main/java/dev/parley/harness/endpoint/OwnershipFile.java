package dev.parley.harness.endpoint;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run's record of what it owns: one JSON object a line, the run itself first, then each process
 * as it is started. A torn last line is normal: its writer was killed.
 */
final class OwnershipFile {
  private static final Logger LOG = LoggerFactory.getLogger(OwnershipFile.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final Path file;

  private OwnershipFile(Path file) {
    this.file = file;
  }

  /** The folder that holds the records of all runs of this user. */
  static Path home(Machine machine) {
    return machine.cache().resolve("owned");
  }

  static OwnershipFile create(Path home, String marker, Path folder) throws IOException {
    Files.createDirectories(home);
    OwnershipFile created = new OwnershipFile(home.resolve(marker + ".jsonl"));
    ProcessIdentity self = ProcessIdentity.self();
    created.write(
        Map.of(
            "marker", marker,
            "place", place(),
            "pid", self.pid(),
            "start", self.start(),
            "folder", folder.toString()));
    return created;
  }

  void append(ProcessIdentity process, String what) {
    try {
      write(Map.of("pid", process.pid(), "start", process.start(), "what", what));
    } catch (IOException e) {
      LOG.warn("cannot record the process {} in {}: {}", process.pid(), file, e.getMessage());
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("cannot remove {}: {}", file, e.getMessage());
    }
  }

  /**
   * The record of a run.
   *
   * @throws IOException if it cannot be read, or has no whole first line
   */
  static Owned read(Path file) throws IOException {
    List<ProcessIdentity> children = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    try {
      JsonNode head = JSON.readTree(lines.isEmpty() ? "" : lines.get(0));
      for (String line : lines.subList(1, lines.size())) {
        addWhole(line, children);
      }
      return new Owned(
          head.required("marker").asString(),
          head.required("place").asString(),
          identity(head),
          Path.of(head.required("folder").asString()),
          children);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IOException("no whole first line in " + file, e);
    }
  }

  private static void addWhole(String line, List<ProcessIdentity> children) {
    try {
      children.add(identity(JSON.readTree(line)));
    } catch (JacksonException e) {
      LOG.debug("a torn line in an ownership record: {}", line);
    }
  }

  private static ProcessIdentity identity(JsonNode node) {
    return new ProcessIdentity(node.required("pid").asLong(), node.required("start").asString());
  }

  private void write(Map<String, Object> line) throws IOException {
    Files.writeString(
        file,
        JSON.writeValueAsString(line) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** Where process numbers mean the same: the host, and on Linux the namespace of numbers. */
  static String place() {
    String host = "localhost";
    try {
      host = InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      LOG.debug("this host has no name: {}", e.getMessage());
    }
    try {
      return host + "/" + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
    } catch (IOException | UnsupportedOperationException e) {
      return host;
    }
  }

  /**
   * What a run owned.
   *
   * @param jvm the process that ran it
   * @param children what it started, as far as it was recorded
   */
  record Owned(
      String marker,
      String place,
      ProcessIdentity jvm,
      Path folder,
      List<ProcessIdentity> children) {
    Owned {
      children = List.copyOf(children);
    }
  }
}
