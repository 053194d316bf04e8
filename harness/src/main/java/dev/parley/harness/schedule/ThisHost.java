package dev.parley.harness.schedule;

import com.sun.management.OperatingSystemMXBean;
import dev.parley.reports.model.RunEvent;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Tells what machine this is. */
final class ThisHost {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  private ThisHost() {}

  static RunEvent.HostInfo info() {
    return new RunEvent.HostInfo(
        System.getProperty("os.name", "unknown"),
        System.getProperty("os.version", "unknown"),
        System.getProperty("os.arch", "unknown"),
        cpu(),
        Runtime.getRuntime().availableProcessors(),
        memory(),
        System.getProperty("java.version", "unknown"));
  }

  private static long memory() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }

  private static String cpu() {
    try (Stream<String> lines = Files.lines(CPU_INFO)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      return System.getenv().getOrDefault("PROCESSOR_IDENTIFIER", "unknown");
    }
  }
}
