package dev.parley.harness.endpoint;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One call's window in a browser, with storage of its own. */
final class BrowserWindow {
  private final Bidi bidi;
  private final String context;
  private final Optional<String> userContext;

  private BrowserWindow(Bidi bidi, String context, Optional<String> userContext) {
    this.bidi = bidi;
    this.context = context;
    this.userContext = userContext;
  }

  /** The window that a new process opens by itself; its profile is as new as a user context. */
  static BrowserWindow first(BrowserProcess process) {
    Map<String, Object> tree =
        process.bidi().send("browsingContext.getTree", Map.of("maxDepth", 0), "browser-start");
    Object contexts = tree.get("contexts");
    if (contexts instanceof List<?> list
        && !list.isEmpty()
        && list.get(0) instanceof Map<?, ?> first
        && first.get("context") instanceof String id) {
      return new BrowserWindow(process.bidi(), id, Optional.empty());
    }
    return create(process);
  }

  /** A new window in a new user context. */
  static BrowserWindow create(BrowserProcess process) {
    Bidi bidi = process.bidi();
    String user =
        text(bidi.send("browser.createUserContext", Map.of(), "page-open"), "userContext");
    String context =
        text(
            bidi.send(
                "browsingContext.create",
                Map.of("type", "window", "userContext", user),
                "page-open"),
            "context");
    return new BrowserWindow(bidi, context, Optional.of(user));
  }

  String context() {
    return context;
  }

  /** Brings the window to the front and opens a page in it, until its document is parsed. */
  void open(URI page) {
    bidi.send("browsingContext.activate", Map.of("context", context), "page-open");
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("context", context);
    parameters.put("url", page.toString());
    parameters.put("wait", "interactive");
    bidi.send("browsingContext.navigate", parameters, "page-open");
  }

  /** Removes the window and its storage; false if that failed. */
  boolean clear() {
    try {
      if (userContext.isPresent()) {
        bidi.send(
            "browser.removeUserContext", Map.of("userContext", userContext.get()), "page-close");
      } else {
        open(URI.create("about:blank"));
      }
      return true;
    } catch (EndpointException e) {
      return false;
    }
  }

  private static String text(Map<String, Object> result, String name) {
    if (result.get(name) instanceof String value) {
      return value;
    }
    throw new EndpointException(
        "page-open", "the browser's answer has no '%s': %s".formatted(name, result));
  }
}
