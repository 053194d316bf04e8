package dev.parley.harness.call;

import dev.parley.harness.stats.RawSample;
import dev.parley.harness.stats.StatsNormalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is known of one peer connection; guarded by the call's board. */
final class PeerConnectionRecord {
  private static final Pattern UFRAG = Pattern.compile("a=ice-ufrag:(\\S+)");

  final String id;
  final StateHistory connection = new StateHistory("new");
  final StatsNormalizer normalizer;
  final List<RawSample> samples = new ArrayList<>();

  /** Kinds of which a first packet, and pictures of which a first frame, were seen. */
  final Set<String> arrived = new LinkedHashSet<>();

  boolean closed;
  long lastNumber;
  @Nullable String iceUfrag;
  @Nullable String selectedPair;

  PeerConnectionRecord(String id, StatsNormalizer normalizer) {
    this.id = id;
    this.normalizer = normalizer;
  }

  void localDescription(String sdp) {
    Matcher matcher = UFRAG.matcher(sdp);
    if (matcher.find()) {
      iceUfrag = matcher.group(1);
    }
  }
}
