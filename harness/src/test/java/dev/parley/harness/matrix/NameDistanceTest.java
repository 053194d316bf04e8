package dev.parley.harness.matrix;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class NameDistanceTest {

  @DataProvider
  public Object[][] pairs() {
    return new Object[][] {
      {"", "", 0},
      {"", "abc", 3},
      {"kitten", "sitting", 3},
      {"hang-up", "hangup", 1},
      {"chrome", "chrome", 0},
      {"ab", "ba", 2},
    };
  }

  @Test(dataProvider = "pairs")
  public void countsLetters(String left, String right, int expected) {
    assertEquals(NameDistance.between(left, right), expected);
    assertEquals(NameDistance.between(right, left), expected);
  }

  @Test
  public void isNeverMoreThanTheLongerWordNorLessThanTheDifferenceInLength() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      String left = word(random);
      String right = word(random);
      int distance = NameDistance.between(left, right);

      assertTrue(
          distance <= Math.max(left.length(), right.length())
              && distance >= Math.abs(left.length() - right.length())
              && (distance == 0) == left.equals(right),
          "seed %d: %d between '%s' and '%s'".formatted(seed, distance, left, right));
    }
  }

  private static String word(Random random) {
    return random
        .ints(random.nextInt(8), 'a', 'd')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  public void theNearestOfNoneIsNone() {
    assertEquals(NameDistance.nearest("x", List.of()), Optional.empty());
  }

  @Test
  public void ofTwoAsNearTheFirstIsTaken() {
    assertEquals(NameDistance.nearest("ac", List.of("ab", "ad")), Optional.of("ab"));
  }
}
