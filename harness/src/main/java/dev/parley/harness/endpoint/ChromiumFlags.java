package dev.parley.harness.endpoint;

import java.util.ArrayList;
import java.util.List;

/** How Chromium and its kin are launched: fake devices, nothing throttled, nothing in the way. */
public final class ChromiumFlags {
  private static final List<String> ALWAYS =
      List.of(
          "--use-fake-device-for-media-stream=fps=30",
          "--use-fake-ui-for-media-stream",
          "--autoplay-policy=no-user-gesture-required",
          "--disable-features=WebRtcHideLocalIpsWithMdns,CalculateNativeWinOcclusion,"
              + "IntensiveWakeUpThrottling,OptimizationHints,MediaRouter,Translate",
          "--disable-background-timer-throttling",
          "--disable-renderer-backgrounding",
          "--disable-backgrounding-occluded-windows",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-default-apps",
          "--disable-breakpad",
          "--disable-search-engine-choice-screen",
          "--no-first-run",
          "--no-default-browser-check",
          "--password-store=basic",
          "--use-mock-keychain",
          "--window-size=1280,800");

  private ChromiumFlags() {}

  /** The flags of a launch on this machine. */
  public static List<String> ofThisMachine() {
    return of(false, Privileges.root());
  }

  /**
   * The flags of a launch.
   *
   * @param headed whether windows are shown
   * @param root whether we run as root, where Chromium's sandbox refuses to start
   */
  static List<String> of(boolean headed, boolean root) {
    List<String> flags = new ArrayList<>(ALWAYS);
    if (!headed) {
      flags.add("--headless=new");
    }
    if (root) {
      flags.add("--no-sandbox");
    }
    return List.copyOf(flags);
  }
}
