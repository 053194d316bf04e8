package dev.parley.network.preset;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.parley.network.model.InvalidProfileException;
import java.util.List;
import java.util.TreeMap;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class NetworkChoiceTest {
  private static final List<String> TWO = List.of("offerer", "answerer");
  private static final List<String> THREE = List.of("p1", "p2", "p3");

  private static final NetworkCatalogue PRESETS = NetworkCatalogue.presets();

  private static NetworkChoice parse(String text) {
    return NetworkChoice.parse(text, PRESETS);
  }

  private static String profiles(NetworkChoice choice, List<String> participants) {
    TreeMap<String, String> names = new TreeMap<>();
    choice.profiles(participants).forEach((who, profile) -> names.put(who, profile.name()));
    return names.toString();
  }

  /** What is written, its one spelling, and who of two gets what. */
  @DataProvider
  public Object[][] choices() {
    return new Object[][] {
      {"direct", "direct", "{}"},
      {"ideal", "ideal", "{answerer=ideal, offerer=ideal}"},
      {"ideal@both", "ideal", "{answerer=ideal, offerer=ideal}"},
      {"loss-5", "loss-5", "{answerer=loss-5, offerer=ideal}"},
      {"loss-5@answerer", "loss-5", "{answerer=loss-5, offerer=ideal}"},
      {"loss-5@offerer", "loss-5@offerer", "{answerer=ideal, offerer=loss-5}"},
      {"loss-5@both", "loss-5@both", "{answerer=loss-5, offerer=loss-5}"},
      {"loss-5@answerer+loss-5@offerer", "loss-5@both", "{answerer=loss-5, offerer=loss-5}"},
      {"3g@offerer+loss-5", "3g@offerer+loss-5@answerer", "{answerer=loss-5, offerer=3g}"},
      {"loss-5+3g@offerer", "3g@offerer+loss-5@answerer", "{answerer=loss-5, offerer=3g}"},
      {"3g@offerer+ideal", "3g@offerer", "{answerer=ideal, offerer=3g}"},
      {"rfc8867-5.1@offerer", "rfc8867-5.1@offerer", "{answerer=ideal, offerer=rfc8867-5.1}"},
    };
  }

  @Test(dataProvider = "choices")
  public void isReadAndHasOneSpelling(String written, String text, String expected) {
    NetworkChoice choice = parse(written);

    assertEquals(choice.text(), text);
    assertEquals(profiles(choice, TWO), expected);
    assertEquals(parse(text), choice);
    assertTrue(text.matches("[A-Za-z0-9._@+-]+"), text);
  }

  @Test
  public void onlyDirectIsWithoutEmulation() {
    assertTrue(parse("direct").isDirect());
    assertFalse(parse("ideal").isDirect());
    assertEquals(parse("ideal"), NetworkChoice.IDEAL);
    assertEquals(parse("direct"), NetworkChoice.DIRECT);
  }

  @Test
  public void countsSeatsWhereNobodyHasARole() {
    assertEquals(profiles(parse("3g+gprs@offerer"), THREE), "{p1=gprs, p2=ideal, p3=3g}");
    assertEquals(profiles(parse("3g@p2"), THREE), "{p1=ideal, p2=3g, p3=ideal}");
    assertEquals(parse("gprs@p3+3g@p2").text(), "3g@p2+gprs@p3");
  }

  @DataProvider
  public Object[][] unfit() {
    return new Object[][] {{"3g@p3", TWO}, {"3g@p4", THREE}, {"3g@offerer+gprs@p1", THREE}};
  }

  @Test(dataProvider = "unfit")
  public void tellsWhereACallHasNoPlaceForIt(String text, List<String> participants) {
    NetworkChoice choice = parse(text);

    assertFalse(choice.fits(participants));
    String said =
        String.valueOf(
            expectThrows(InvalidProfileException.class, () -> choice.profiles(participants))
                .getMessage());
    assertTrue(said.startsWith("found network '" + text + "' in a call of "), said);
  }

  @DataProvider
  public Object[][] mistakes() {
    return new Object[][] {
      {"", "found network '', expected NAME, NAME@offerer"},
      {"@offerer", "found network '@offerer', expected NAME"},
      {"3g@", "found network '3g@', expected NAME"},
      {"3g+", "found network '3g+', expected NAME"},
      {"3g@a b", "found network '3g@a b', expected NAME"},
      {"3g@a@b", "found network '3g@a@b', expected NAME"},
      {"3g+loss-5", "found two networks of the answerer in '3g+loss-5', expected one"},
      {"3g@offerer+loss-5@both", "found two networks of the offerer in"},
      {"direct@offerer", "found 'direct' within 'direct@offerer', expected it alone"},
      {"direct+3g", "found 'direct' within 'direct+3g', expected it alone"},
      {"4gg@offerer", "found network '4gg', expected one that exists; the nearest are '4g'"},
    };
  }

  @Test(dataProvider = "mistakes")
  public void saysWhatIsWrong(String text, String expected) {
    String said =
        String.valueOf(
            expectThrows(IllegalArgumentException.class, () -> parse(text)).getMessage());

    assertTrue(said.startsWith(expected), said);
  }
}
