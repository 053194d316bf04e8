package dev.parley.network.config;

import dev.parley.network.model.Loss;
import dev.parley.network.model.Units;
import java.util.List;
import java.util.Optional;

/** Reads loss: {@code 5%}, {@code none}, or a model. */
final class LossReader {
  private static final String EXPECTED =
      "a percentage as in 5%, none, {bursts: {...}}, {gilbertElliott: {...}}, {periodic: {...}} or"
          + " {packets: [...]}";
  private static final String COUNT = "a whole number of packets";
  private static final List<String> KINDS =
      List.of("bursts", "gilbertElliott", "periodic", "packets");

  private LossReader() {}

  static Loss read(Setting setting) {
    if (!setting.isObject()) {
      if (setting.word(EXPECTED).equals("none")) {
        return Loss.NONE;
      }
      double rate = Quantities.read(setting, EXPECTED, Units::share);
      return rate == 0 ? Loss.NONE : setting.made(() -> new Loss.Independent(rate));
    }
    String kind = setting.oneOf(EXPECTED, KINDS);
    if (kind.equals("packets")) {
      return packets(setting);
    }
    setting.keys(EXPECTED, List.of(kind));
    Setting model = setting.required(kind);
    return switch (kind) {
      case "bursts" -> bursts(model);
      case "gilbertElliott" -> gilbertElliott(model);
      default -> periodic(model);
    };
  }

  private static Loss bursts(Setting setting) {
    setting.keys("a mean, as in {rate: 5%, length: 4}", List.of("rate", "length"));
    double rate = Quantities.share(setting.required("rate"));
    double length = setting.required("length").number("a mean number of packets, as in 4");
    return setting.made(() -> Loss.GilbertElliott.ofBursts(rate, length));
  }

  private static Loss gilbertElliott(Setting setting) {
    setting.keys(
        "probabilities, as in {goodToBad: 1%, badToGood: 25%}",
        List.of("goodToBad", "badToGood", "lossInGood", "lossInBad"));
    double goodToBad = Quantities.share(setting.required("goodToBad"));
    double badToGood = Quantities.share(setting.required("badToGood"));
    double lossInGood = setting.at("lossInGood").map(Quantities::share).orElse(0.0);
    double lossInBad = setting.at("lossInBad").map(Quantities::share).orElse(1.0);
    return setting.made(() -> new Loss.GilbertElliott(goodToBad, badToGood, lossInGood, lossInBad));
  }

  private static Loss periodic(Setting setting) {
    setting.keys(
        "numbers of packets, as in {every: 100, burst: 5}", List.of("every", "burst", "offset"));
    int every = setting.required("every").whole(COUNT);
    int burst = setting.required("burst").whole(COUNT);
    int offset = setting.at("offset").map(s -> s.whole(COUNT)).orElse(0);
    return setting.made(() -> new Loss.Periodic(every, burst, offset));
  }

  private static Loss packets(Setting setting) {
    setting.keys("{packets: [0, 7], repeatAfter: 100}", List.of("packets", "repeatAfter"));
    List<Integer> lost =
        setting.required("packets").elements("a list of packet numbers, as in [0, 7]").stream()
            .map(s -> s.whole("a packet's number, counted from 0"))
            .toList();
    Optional<Integer> length = setting.at("repeatAfter").map(s -> s.whole(COUNT));
    return setting.made(() -> new Loss.Explicit(lost, length.orElse(0)));
  }
}
