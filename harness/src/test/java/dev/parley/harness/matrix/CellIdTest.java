package dev.parley.harness.matrix;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.parley.reports.model.CellId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Ids and file names are what baselines and links key on: they must never move. */
public class CellIdTest {
  private static final String LETTERS = "abcXYZ019._@+-";

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(9); i >= 0; i--) {
      word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return word.toString();
  }

  private static List<String> words(Random random, int least, int most) {
    List<String> words = new ArrayList<>();
    for (int i = least + random.nextInt(most - least + 1); i > 0; i--) {
      words.add(word(random));
    }
    return words;
  }

  private static CellId cell(Random random) {
    TreeMap<String, String> axes = new TreeMap<>();
    words(random, 0, 3).forEach(name -> axes.put(name, word(random)));
    return new CellId(word(random), words(random, 0, 3), words(random, 1, 4), axes);
  }

  @Test
  public void isReadAsItWasWritten() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      CellId cell = cell(random);

      assertEquals(CellId.parse(cell.toString()), cell, "seed " + seed);
    }
  }

  @Test
  public void fileNamesAreOfPlainLettersAndDifferWhereIdsDo() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Map<String, CellId> byName = new HashMap<>();
    Set<CellId> cells = new HashSet<>();
    for (int i = 0; i < 2000; i++) {
      CellId cell = cell(random);
      String name = cell.fileName();

      assertTrue(name.matches("[A-Za-z0-9-]{1,89}"), "seed " + seed + ": " + name);
      if (cells.add(cell)) {
        assertEquals(byName.put(name, cell), null, "seed " + seed + ": " + name);
      }
    }
  }

  @DataProvider
  public Object[][] fileNames() {
    return new Object[][] {
      {"audio-video/chrome~firefox", "audio-video-chrome-firefox-beb04e7c"},
      {"data[messages]/firefox~chrome", "data-messages-firefox-chrome-5cb143a2"},
      {"mesh/a~b~a/network=loss-5", "mesh-a-b-a-network-loss-5-9e9959df"},
    };
  }

  @Test(dataProvider = "fileNames")
  public void fileNamesAreStable(String id, String expected) {
    assertEquals(CellId.parse(id).fileName(), expected);
  }

  @DataProvider
  public Object[][] malformed() {
    return new Object[][] {
      {""},
      {"audio-video"},
      {"/chrome~firefox"},
      {"a/"},
      {"a/b~"},
      {"a[/b~c"},
      {"a]/b~c"},
      {"a[]/b~c"},
      {"a[x]y/b~c"},
      {"a/b~c/axis"},
      {"a/b~c/=x"},
      {"a/b~c/x=1/x=2"},
      {"a b/c~d"},
      {"../../etc/passwd"},
      {"a/b~c/"},
    };
  }

  @Test(dataProvider = "malformed")
  public void refuses(String text) {
    String said =
        String.valueOf(
            expectThrows(IllegalArgumentException.class, () -> CellId.parse(text)).getMessage());

    assertTrue(said.startsWith("found ") && said.contains("expected"), said);
  }
}
