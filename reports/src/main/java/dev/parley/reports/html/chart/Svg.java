package dev.parley.reports.html.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes SVG as text, escaping every attribute and every text. */
final class Svg {
  private final StringBuilder out = new StringBuilder(4096);
  private final Deque<String> open = new ArrayDeque<>();
  private boolean inTag;

  /** Opens an element; attributes may follow until its content begins. */
  Svg open(String tag) {
    endTag();
    out.append('<').append(tag);
    open.push(tag);
    inTag = true;
    return this;
  }

  Svg attribute(String name, String value) {
    if (!inTag) {
      throw new IllegalStateException("attribute '" + name + "' after the content had begun");
    }
    out.append(' ').append(name).append("=\"").append(escape(value)).append('"');
    return this;
  }

  Svg attribute(String name, double value) {
    return attribute(name, number(value));
  }

  Svg text(String text) {
    endTag();
    out.append(escape(text));
    return this;
  }

  /** Closes the element that was opened last. */
  Svg close() {
    if (inTag) {
      out.append("/>");
      inTag = false;
      open.pop();
    } else {
      out.append("</").append(open.pop()).append('>');
    }
    return this;
  }

  /** Opens the root: its size is that of its view box, and its title and description name it. */
  static Svg root(String id, String cssClass, double width, double height, Caption caption) {
    return new Svg()
        .open("svg")
        .attribute("class", cssClass)
        .attribute("viewBox", "0 0 " + number(width) + " " + number(height))
        .attribute("role", "img")
        .attribute("aria-labelledby", id + "-t " + id + "-d")
        .open("title")
        .attribute("id", id + "-t")
        .text(caption.title())
        .close()
        .open("desc")
        .attribute("id", id + "-d")
        .text(caption.description())
        .close();
  }

  Svg line(String cssClass, double x1, double y1, double x2, double y2) {
    return open("line")
        .attribute("class", cssClass)
        .attribute("x1", x1)
        .attribute("y1", y1)
        .attribute("x2", x2)
        .attribute("y2", y2)
        .close();
  }

  Svg label(String cssClass, double x, double y, String text) {
    return open("text")
        .attribute("class", cssClass)
        .attribute("x", x)
        .attribute("y", y)
        .text(text)
        .close();
  }

  /** Opens a rectangle, so that a title can be put into it. */
  Svg rectangle(String cssClass, double x, double y, double width, double height) {
    return open("rect")
        .attribute("class", cssClass)
        .attribute("x", x)
        .attribute("y", y)
        .attribute("width", Math.max(width, 0))
        .attribute("height", Math.max(height, 0));
  }

  /** Gives the element that is open a tool tip. */
  Svg tip(String text) {
    return open("title").text(text).close();
  }

  /** The document; every element has to be closed. */
  String finish() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("still open: " + open);
    }
    return out.toString();
  }

  /** A coordinate with at most two decimals and without trailing zeros. */
  static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private void endTag() {
    if (inTag) {
      out.append('>');
      inTag = false;
    }
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
              }
            });
    return escaped.toString();
  }

  /** XML 1.0 allows no other control characters and no lone surrogates. */
  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF);
  }
}
