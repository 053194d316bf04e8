package dev.parley.reports.html;

import dev.parley.reports.html.page.CellPage;
import dev.parley.reports.html.page.IndexPage;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.util.regex.Pattern;

/** Turns prepared pages into HTML by the templates that the build compiled. */
final class Pages {
  private static final String TEMPLATES = "dev.parley.reports.html.generated";

  /** HTML allows no control characters but white space; a log line may hold any. */
  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\uD800-\\uDFFF\\uFFFE\\uFFFF]");

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), TEMPLATES);

  String index(IndexPage page) {
    return render("index.jte", page);
  }

  String cell(CellPage page) {
    return render("cell.jte", page);
  }

  private String render(String template, Object page) {
    TemplateOutput output = new StringOutput();
    engine.render(template, page, output);
    return FORBIDDEN.matcher(output.toString()).replaceAll("\uFFFD");
  }
}
