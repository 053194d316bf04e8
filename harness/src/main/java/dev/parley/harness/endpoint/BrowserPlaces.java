package dev.parley.harness.endpoint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where a family's browser may lie: the environment's word, {@code PATH}, well-known places. */
final class BrowserPlaces {
  private BrowserPlaces() {}

  /** All places in the order in which they are tried; most do not exist. */
  static List<Path> of(Family family, Machine machine) {
    List<Path> places = new ArrayList<>();
    machine.variable(variable(family)).map(Path::of).ifPresent(places::add);
    for (String name : names(family, machine.os())) {
      places.addAll(machine.onPath(name));
    }
    places.addAll(wellKnown(family, machine));
    return places;
  }

  /** The environment variable that names the binary. */
  static String variable(Family family) {
    return "PARLEY_" + family.name();
  }

  private static List<String> names(Family family, Machine.Os os) {
    return switch (family) {
      case CHROME ->
          os == Machine.Os.WINDOWS
              ? List.of("chrome", "chromium")
              : List.of("google-chrome-stable", "google-chrome", "chromium", "chromium-browser");
      case FIREFOX -> List.of("firefox", "firefox-esr");
      case EDGE ->
          os == Machine.Os.WINDOWS
              ? List.of("msedge")
              : List.of("microsoft-edge-stable", "microsoft-edge");
    };
  }

  private static List<Path> wellKnown(Family family, Machine machine) {
    return switch (machine.os()) {
      case LINUX -> linux(family).map(machine::place).toList();
      case MACOS ->
          mac(family)
              .flatMap(
                  app ->
                      Stream.of(
                          machine.place("/Applications/" + app),
                          machine.home().resolve("Applications/" + app)))
              .toList();
      case WINDOWS -> windows(family, machine);
    };
  }

  private static Stream<String> linux(Family family) {
    return switch (family) {
      case CHROME ->
          Stream.of(
              "/opt/google/chrome/chrome",
              "/usr/bin/google-chrome-stable",
              "/usr/bin/chromium",
              "/usr/lib/chromium/chromium",
              "/usr/lib64/chromium-browser/chromium-browser");
      case FIREFOX ->
          Stream.of(
              "/usr/bin/firefox",
              "/usr/bin/firefox-esr",
              "/usr/lib/firefox-esr/firefox-esr",
              "/usr/lib64/firefox/firefox",
              "/opt/firefox/firefox");
      case EDGE -> Stream.of("/opt/microsoft/msedge/msedge", "/usr/bin/microsoft-edge-stable");
    };
  }

  private static Stream<String> mac(Family family) {
    return switch (family) {
      case CHROME ->
          Stream.of(
              "Google Chrome.app/Contents/MacOS/Google Chrome",
              "Chromium.app/Contents/MacOS/Chromium");
      case FIREFOX -> Stream.of("Firefox.app/Contents/MacOS/firefox");
      case EDGE -> Stream.of("Microsoft Edge.app/Contents/MacOS/Microsoft Edge");
    };
  }

  private static List<Path> windows(Family family, Machine machine) {
    List<String> below =
        switch (family) {
          case CHROME ->
              List.of("Google/Chrome/Application/chrome.exe", "Chromium/Application/chrome.exe");
          case FIREFOX -> List.of("Mozilla Firefox/firefox.exe");
          case EDGE -> List.of("Microsoft/Edge/Application/msedge.exe");
        };
    return Stream.of("ProgramFiles", "ProgramFiles(x86)", "LocalAppData", "LOCALAPPDATA")
        .flatMap(name -> machine.variable(name).stream())
        .flatMap(base -> below.stream().map(file -> Path.of(base).resolve(file)))
        .toList();
  }
}
