package dev.parley.docs;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class DocumentsTest {
  private final CommandLines commands = new CommandLines();

  @DataProvider
  Iterator<Path> documents() throws IOException {
    return Documents.all().iterator();
  }

  @Test
  public void theDocumentsAreFound() throws IOException {
    assertTrue(Documents.all().contains(Documents.ROOT.resolve("README.md")));
    assertTrue(Documents.all().contains(Documents.ROOT.resolve("docs/architecture.md")));
  }

  @Test(dataProvider = "documents")
  public void everyLinkLeadsSomewhere(Path document) throws IOException {
    assertEquals(Links.broken(document, Files.readString(document)), List.of());
  }

  @Test(dataProvider = "documents")
  public void everyCommandExists(Path document) throws IOException {
    assertEquals(commands.unknown(Files.readString(document)), List.of());
  }

  @Test
  public void aBrokenLinkIsFound() throws IOException {
    Path readme = Documents.ROOT.resolve("README.md");
    String text =
        """
        # A heading
        [there](docs/reports.md), [here](#a-heading), [away](https://example.org/none)
        [gone](docs/gone.md) [nowhere](#nothing) [in there](docs/reports.md#nothing)
        `docs/reports.md` `docs/gone-too.md`
        """;
    assertEquals(
        Links.broken(readme, text),
        List.of("docs/gone.md", "#nothing", "docs/reports.md#nothing", "docs/gone-too.md"));
  }

  @Test
  public void aCommandOrOptionThatIsNotThereIsFound() {
    String text =
        """
        ./parley run --setup --scenario-path a.jar; see `./parley doctor --json` and `./parley`
        `./parley rum`, `./parley list --speed`, then mvn --offline
        | `./parley run` | runs; `--endpoints`, `--colour` |
        """;
    assertEquals(
        commands.unknown(text), List.of("rum", "parley list --speed", "parley run --colour"));
  }
}
