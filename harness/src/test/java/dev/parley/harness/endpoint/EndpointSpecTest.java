package dev.parley.harness.endpoint;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What users write to name endpoints. */
public final class EndpointSpecTest {

  @DataProvider
  Object[][] good() {
    return new Object[][] {
      {"chrome", "chrome", Family.CHROME, ""},
      {" Firefox ", "firefox", Family.FIREFOX, ""},
      {"chromium", "chrome", Family.CHROME, ""},
      {"edge@/opt/edge", "edge", Family.EDGE, "/opt/edge"},
      {"beta=chrome@/opt/a=b@c", "beta", Family.CHROME, "/opt/a=b@c"},
      {"chrome@/opt/x=y", "chrome", Family.CHROME, "/opt/x=y"},
      {"fx-1.2_3+x=firefox", "fx-1.2_3+x", Family.FIREFOX, ""},
    };
  }

  @Test(dataProvider = "good")
  void reads(String text, String alias, Family family, String path) {
    Optional<Path> binary =
        path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path).toAbsolutePath());
    assertEquals(EndpointSpec.parse(text), new EndpointSpec(alias, family, binary));
  }

  @DataProvider
  Object[][] bad() {
    return new Object[][] {
      {"firefx", "did you mean firefox?"},
      {"crome", "did you mean chrome?"},
      {"egde", "did you mean edge?"},
      {"", "unknown endpoint ''"},
      {"chrome@", "expected the browser's path after @"},
      {"a b=chrome", "endpoint alias 'a b'"},
      {"=chrome", "endpoint alias ''"},
      {"a/b=chrome", "endpoint alias 'a/b'"},
      {"x=safari@/opt", "unknown endpoint 'x=safari@/opt'"},
    };
  }

  @Test(dataProvider = "bad")
  void refuses(String text, String said) {
    String message =
        expectThrows(IllegalArgumentException.class, () -> EndpointSpec.parse(text)).getMessage();
    assertTrue(String.valueOf(message).contains(said), message);
    assertEquals(String.valueOf(message).lines().count(), 1);
  }

  @Test
  void aListRefusesTheSameAliasTwice() {
    assertEquals(EndpointSpec.parseList("chrome,a=chrome@/opt/c,firefox").size(), 3);
    String message =
        expectThrows(
                IllegalArgumentException.class,
                () -> EndpointSpec.parseList("chrome,chrome@/opt/c"))
            .getMessage();
    assertTrue(String.valueOf(message).contains("used twice"), message);
    assertEquals(
        EndpointSpec.parseList("chrome-2=chrome@/opt/c,chrome").stream()
            .map(EndpointSpec::alias)
            .toList(),
        List.of("chrome-2", "chrome"));
  }
}
