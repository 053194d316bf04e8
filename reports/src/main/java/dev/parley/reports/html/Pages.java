package dev.parley.reports.html;

import dev.parley.reports.html.page.CellPage;
import dev.parley.reports.html.page.IndexPage;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;

/** Turns prepared pages into HTML by the templates that the build compiled. */
final class Pages {
  private static final String TEMPLATES = "dev.parley.reports.html.generated";

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
    return output.toString();
  }
}
