package dev.parley.harness.call;

import dev.parley.harness.MeasuredWindow;
import java.util.List;

/** A window as it was measured. */
record LiveWindow(
    double seconds, List<VideoFlow> video, List<AudioFlow> audio, List<LinkFlow> links)
    implements MeasuredWindow {
  LiveWindow {
    video = List.copyOf(video);
    audio = List.copyOf(audio);
    links = List.copyOf(links);
  }
}
