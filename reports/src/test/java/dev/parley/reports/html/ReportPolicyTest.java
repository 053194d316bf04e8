package dev.parley.reports.html;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.parley.reports.fixture.SyntheticRun;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Rules that every page keeps: legible under the strictest policy, sound, and accessible. */
public final class ReportPolicyTest {
  private static final Pattern LINK = Pattern.compile(" (?:href|src)=\"([^\"]*)\"");
  private static final Pattern HEADING = Pattern.compile("<h([1-6])[ >]");

  private final List<RenderedRun> runs = new ArrayList<>();

  @BeforeClass
  public void render() throws IOException {
    runs.add(new RenderedRun(ShowcaseRun::write));
    runs.add(new RenderedRun(SyntheticRun::write));
  }

  @AfterClass(alwaysRun = true)
  public void remove() throws IOException {
    for (RenderedRun run : runs) {
      run.close();
    }
  }

  private record Page(String name, RenderedRun run, String html) {
    /** Only the name, for it stands in the test's report. */
    @Override
    public String toString() {
      return name;
    }
  }

  @DataProvider
  public Object[][] pages() throws IOException {
    List<Object[]> rows = new ArrayList<>();
    for (RenderedRun run : runs) {
      for (Map.Entry<String, String> page : run.pages().entrySet()) {
        rows.add(new Object[] {new Page(page.getKey(), run, page.getValue())});
      }
    }
    return rows.toArray(Object[][]::new);
  }

  @Test(dataProvider = "pages")
  public void isWellFormed(Page page) {
    XmlCheck.wellFormedHtml(page.html());
  }

  @Test(dataProvider = "pages")
  public void holdsNothingThatThePolicyBlocks(Page page) {
    String tags = String.join("\n", tags(page.html()));
    for (String banned :
        List.of("<style", " style=", " on[a-z]+=", "<script>", "<iframe", "<object", "<base")) {
      assertFalse(Pattern.compile(banned).matcher(tags).find(), banned + " in " + page);
    }
    Matcher links = LINK.matcher(tags);
    while (links.find()) {
      String scheme = URI.create(links.group(1)).getScheme();
      assertTrue(scheme == null, links.group(1) + " in " + page);
      assertFalse(links.group(1).startsWith("/"), links.group(1) + " in " + page);
    }
    String root = page.name().startsWith("cells/") ? "../" : "";
    String ours = "<script src=\"" + root + "assets/report.js\" defer>";
    assertEquals(page.html().split("<script", -1).length - 1, 1, "scripts in " + page);
    assertTrue(page.html().contains(ours), ours);
    assertTrue(
        page.html()
            .contains("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'"));
  }

  @Test(dataProvider = "pages")
  public void everyLinkLeadsSomewhere(Page page) {
    Path file = page.run().runDir().resolve("report").resolve(page.name());
    Set<String> ids = new HashSet<>(ids(page.html()));
    Matcher links = LINK.matcher(String.join("\n", tags(page.html())));
    while (links.find()) {
      String link = links.group(1);
      if (link.startsWith("#")) {
        assertTrue(ids.contains(link.substring(1)), link + " in " + page);
      } else {
        Path target = file.resolveSibling(URI.create(link).getPath()).normalize();
        assertTrue(Files.isRegularFile(target), link + " in " + page);
        assertTrue(target.startsWith(page.run().runDir()), link + " in " + page);
      }
    }
  }

  @Test(dataProvider = "pages")
  public void idsAreUniqueAndLabelsExist(Page page) {
    List<String> ids = ids(page.html());
    assertEquals(new HashSet<>(ids).size(), ids.size(), "an id stands twice in " + page);
    Matcher labels = Pattern.compile(" aria-labelledby=\"([^\"]*)\"").matcher(page.html());
    while (labels.find()) {
      for (String id : labels.group(1).split(" ", -1)) {
        assertTrue(ids.contains(id), id + " is not in " + page);
      }
    }
  }

  @Test(dataProvider = "pages")
  public void headingsAreInOrder(Page page) {
    Matcher headings = HEADING.matcher(page.html());
    int level = 0;
    while (headings.find()) {
      int next = Integer.parseInt(headings.group(1));
      assertTrue(next <= level + 1, "h" + next + " after h" + level + " in " + page);
      level = next;
    }
    assertEquals(page.html().split("<h1[ >]", -1).length - 1, 1, "first headings in " + page);
    assertEquals(page.html().split("<main ", -1).length - 1, 1, "main landmarks in " + page);
  }

  @Test(dataProvider = "pages")
  public void everyTableHeadHasAScopeAndEveryImageAText(Page page) {
    for (String tag : tags(page.html())) {
      assertTrue((!tag.startsWith("<th ") && !tag.equals("<th>")) || tag.contains(" scope="), tag);
      assertTrue(!tag.startsWith("<img") || tag.contains(" alt=\""), tag);
    }
  }

  @Test
  public void theStyleAsksForNothingFromOutside() throws IOException {
    Path assets = runs.get(0).runDir().resolve("report/assets");
    String css = Files.readString(assets.resolve("report.css"));
    assertFalse(css.contains("url("), "an address in the style");
    assertFalse(css.contains("@import"), "an import in the style");
    assertTrue(css.contains("@media (prefers-color-scheme: dark)"));
    assertTrue(css.contains("@media print"));
    String js = Files.readString(assets.resolve("report.js"));
    assertFalse(js.contains("innerHTML"), "markup made by the script");
    assertFalse(js.contains("fetch("), "a request made by the script");
  }

  private static List<String> ids(String html) {
    return Pattern.compile(" id=\"([^\"]*)\"")
        .matcher(html)
        .results()
        .map(m -> m.group(1))
        .toList();
  }

  private static List<String> tags(String html) {
    return Pattern.compile("<[a-z][^>]*>").matcher(html).results().map(m -> m.group()).toList();
  }
}
