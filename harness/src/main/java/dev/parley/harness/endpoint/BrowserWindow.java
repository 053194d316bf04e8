package dev.parley.harness.endpoint;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One call's window in a browser, with storage of its own. */
final class BrowserWindow {
  private final BrowserProcess process;
  private final String context;
  private final Optional<String> userContext;

  private BrowserWindow(BrowserProcess process, String context, Optional<String> userContext) {
    this.process = process;
    this.context = context;
    this.userContext = userContext;
    process.page().watch(context);
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
      return new BrowserWindow(process, id, Optional.empty());
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
    return new BrowserWindow(process, context, Optional.of(user));
  }

  String context() {
    return context;
  }

  /** Brings the window to the front and opens a page in it, until its document is parsed. */
  void open(URI page) {
    Bidi bidi = process.bidi();
    bidi.send("browsingContext.activate", Map.of("context", context), "page-open");
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("context", context);
    parameters.put("url", page.toString());
    parameters.put("wait", "interactive");
    bidi.send("browsingContext.navigate", parameters, "page-open");
  }

  /** Evaluates an expression whose value, or whose promise's, is a text. */
  String evaluate(String expression) {
    Map<String, Object> answer =
        process
            .bidi()
            .send(
                "script.evaluate",
                Map.of(
                    "expression",
                    expression,
                    "awaitPromise",
                    true,
                    "target",
                    Map.of("context", context)),
                "page-open");
    if (answer.get("result") instanceof Map<?, ?> result
        && result.get("value") instanceof String text) {
      return text;
    }
    throw new EndpointException("page-open", "the page's script failed: " + answer);
  }

  /** Closes the window as a person closes a tab; another keeps the browser from ending with it. */
  void close() {
    process.page().rest();
    if (userContext.isEmpty()) {
      process.bidi().send("browsingContext.create", Map.of("type", "window"), "page-close");
    }
    process.bidi().send("browsingContext.close", Map.of("context", context), "page-close");
  }

  /** Removes the window and its storage; false if that failed. */
  boolean clear() {
    process.page().rest();
    try {
      if (userContext.isPresent()) {
        process
            .bidi()
            .send(
                "browser.removeUserContext",
                Map.of("userContext", userContext.get()),
                "page-close");
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
