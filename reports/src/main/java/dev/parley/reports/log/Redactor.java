package dev.parley.reports.log;

import dev.parley.reports.model.RunEvent;
import dev.parley.reports.model.RunEvent.RunStart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of text: ICE passwords, credentials, and tokens in URLs.
 *
 * <p>The username fragment of ICE stays: it is no secret, and generations are told apart by it.
 */
public final class Redactor {
  /** What stands in a secret's place. */
  public static final String MARK = "[redacted]";

  private static final String SECRET_WORD =
      "(?:credential|password|passwd|secret|token|authorization|api[-_]?key)";
  private static final Pattern ICE_PASSWORD = Pattern.compile("(a=ice-pwd:)[^\\s\\\\\"']+");
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "(?i)("
              + SECRET_WORD
              + "[\\\\\"']*\\s*[:=]\\s*[\\\\\"']*(?:(?:bearer|basic)\\s+)?+)[^\\s\\\\\"'&,;})\\]\\[]+");
  private static final Pattern USER_INFO = Pattern.compile("(://|turns?:)[^\\s/@?\"'\\\\]+@");
  private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^\\s\"'<>\\\\]+");
  private static final Pattern QUERY_VALUE = Pattern.compile("([?&#;][^=&#;]*=)[^&#;]*");
  private static final Pattern PATH_TOKEN =
      Pattern.compile("/(?=[^/?#]*[0-9A-Z])[A-Za-z0-9_~=-]{20,}(?=[/?#]|$)");
  private static final Pattern SECRET_NAME = Pattern.compile("(?i).*" + SECRET_WORD + ".*");

  private final boolean keepSecrets;
  private final List<String> known;

  /**
   * @param keepSecrets whether to leave everything as it is
   * @param known secrets that are known beforehand, such as the run's token, hidden wherever they
   *     stand
   */
  public Redactor(boolean keepSecrets, Collection<String> known) {
    this.keepSecrets = keepSecrets;
    this.known = known.stream().filter(secret -> !secret.isBlank()).toList();
  }

  /** A redactor that knows no secret beforehand. */
  public Redactor() {
    this(false, List.of());
  }

  /** The text without its secrets. */
  public String text(String text) {
    if (keepSecrets || text.length() < 4) {
      return text;
    }
    String result = text;
    for (String secret : known) {
      result = result.replace(secret, MARK);
    }
    if (result.indexOf(':') < 0 && result.indexOf('=') < 0) {
      return result;
    }
    if (result.contains("a=ice-pwd:")) {
      result = ICE_PASSWORD.matcher(result).replaceAll("$1" + Matcher.quoteReplacement(MARK));
    }
    result = URL.matcher(result).replaceAll(url -> Matcher.quoteReplacement(url(url.group())));
    result = ASSIGNED.matcher(result).replaceAll("$1" + Matcher.quoteReplacement(MARK));
    return USER_INFO.matcher(result).replaceAll("$1" + Matcher.quoteReplacement(MARK) + "@");
  }

  /** The event without secrets that are told only by the name of what they are the value of. */
  RunEvent event(RunEvent event) {
    if (keepSecrets || !(event instanceof RunStart start)) {
      return event;
    }
    return new RunStart(
        start.schema(),
        start.runId(),
        start.parleyVersion(),
        start.seed(),
        arguments(start.commandLine()),
        start.host(),
        settings(start.settings()),
        start.plan());
  }

  private static String url(String url) {
    String withoutQuery =
        QUERY_VALUE.matcher(url).replaceAll("$1" + Matcher.quoteReplacement(MARK));
    return PATH_TOKEN.matcher(withoutQuery).replaceAll("/" + Matcher.quoteReplacement(MARK));
  }

  private static List<String> arguments(List<String> arguments) {
    List<String> clean = new ArrayList<>(arguments);
    for (int i = 1; i < clean.size(); i++) {
      String option = arguments.get(i - 1);
      boolean names = option.startsWith("-") && option.indexOf('=') < 0;
      if (names && SECRET_NAME.matcher(option).matches()) {
        clean.set(i, MARK);
      }
    }
    return clean;
  }

  private static Map<String, String> settings(Map<String, String> settings) {
    Map<String, String> clean = new LinkedHashMap<>(settings);
    clean.replaceAll((name, value) -> SECRET_NAME.matcher(name).matches() ? MARK : value);
    return clean;
  }
}
