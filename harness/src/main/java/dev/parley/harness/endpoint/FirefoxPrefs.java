package dev.parley.harness.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;

/** The preferences of every Firefox that is launched. */
final class FirefoxPrefs {
  static final Map<String, Object> ALL = all();

  private FirefoxPrefs() {}

  private static Map<String, Object> all() {
    Map<String, Object> prefs = new LinkedHashMap<>();
    media(prefs);
    awake(prefs);
    quiet(prefs);
    return Map.copyOf(prefs);
  }

  private static void media(Map<String, Object> prefs) {
    prefs.put("media.navigator.streams.fake", true);
    prefs.put("media.navigator.permission.disabled", true);
    prefs.put("media.peerconnection.ice.obfuscate_host_addresses", false);
    prefs.put("media.autoplay.default", 0);
    prefs.put("media.autoplay.blocking_policy", 0);
  }

  private static void awake(Map<String, Object> prefs) {
    prefs.put("dom.min_background_timeout_value", 4);
    prefs.put("dom.timeout.enable_budget_timer_throttling", false);
    prefs.put("dom.timeout.throttling_delay", -1);
    prefs.put("dom.suspend_inactive.enabled", false);
    prefs.put("dom.ipc.processPriorityManager.backgroundUsesEcoQoS", false);
    prefs.put("widget.windows.window_occlusion_tracking.enabled", false);
  }

  private static void quiet(Map<String, Object> prefs) {
    prefs.put("app.update.auto", false);
    prefs.put("app.update.disabledForTesting", true);
    prefs.put("app.normandy.enabled", false);
    prefs.put("browser.safebrowsing.malware.enabled", false);
    prefs.put("browser.safebrowsing.phishing.enabled", false);
    prefs.put("browser.safebrowsing.downloads.enabled", false);
    prefs.put("browser.shell.checkDefaultBrowser", false);
    prefs.put("browser.newtabpage.enabled", false);
    prefs.put("browser.startup.page", 0);
    prefs.put("browser.region.network.url", "");
    prefs.put("datareporting.healthreport.uploadEnabled", false);
    prefs.put("datareporting.policy.dataSubmissionEnabled", false);
    prefs.put("extensions.update.enabled", false);
    prefs.put("extensions.getAddons.cache.enabled", false);
    prefs.put("geo.provider.network.url", "");
    prefs.put("media.gmp-manager.updateEnabled", false);
    prefs.put("network.captive-portal-service.enabled", false);
    prefs.put("network.connectivity-service.enabled", false);
    prefs.put("network.dns.disablePrefetch", true);
    prefs.put("services.settings.server", "data:,#remote-settings-dummy/v1");
    prefs.put("toolkit.telemetry.reportingpolicy.firstRun", false);
    prefs.put("toolkit.telemetry.server", "");
    prefs.put("toolkit.telemetry.unified", false);
  }
}
