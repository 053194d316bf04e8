package dev.parley.harness.config;

import dev.parley.harness.matrix.UsageException;
import dev.parley.network.preset.NetworkCatalogue;
import dev.parley.network.preset.NetworkChoice;
import java.util.List;

/** Choices of networks as people write them. */
public final class NetworkWords {
  private NetworkWords() {}

  /**
   * Reads choices; of one that is said twice the first.
   *
   * @throws UsageException with what was found and expected, if one is of another form or names a
   *     network that does not exist
   */
  public static List<NetworkChoice> parse(List<String> words, NetworkCatalogue catalogue) {
    return words.stream().map(word -> parse(word, catalogue)).distinct().toList();
  }

  static NetworkChoice parse(String word, NetworkCatalogue catalogue) {
    try {
      return NetworkChoice.parse(word.strip(), catalogue);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
