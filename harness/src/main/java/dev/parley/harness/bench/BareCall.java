package dev.parley.harness.bench;

import dev.parley.harness.endpoint.ChromiumFlags;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import tools.jackson.databind.ObjectMapper;

/**
 * A plain Selenium program that makes a call between two Chromiums and measures it: what Parley is
 * compared with. It is written as anyone would write it, and does nothing else.
 */
public final class BareCall {
  private static final String PAGE = "bare-call.html";

  private BareCall() {}

  /** Arguments: the browser, the driver, the seconds to measure, the file for what was found. */
  public static void main(String... arguments) throws IOException {
    long seconds = Long.parseLong(arguments[2]);
    Path folder = Files.createTempDirectory("bare-call");
    Path page = folder.resolve(PAGE);
    try (InputStream html = BareCall.class.getResourceAsStream(PAGE)) {
      Files.write(page, Objects.requireNonNull(html, PAGE).readAllBytes());
    }
    ChromeDriver one = start(arguments[0], arguments[1], seconds);
    ChromeDriver other = start(arguments[0], arguments[1], seconds);
    one.get(page.toUri().toString());
    other.get(page.toUri().toString());
    Object offer = one.executeScript("return offer()");
    Object answer = other.executeScript("return answer(arguments[0])", offer);
    one.executeScript("return accept(arguments[0])", answer);
    Object first = one.executeScript("return ready()");
    Object second = other.executeScript("return ready()");
    long from = System.nanoTime();
    one.executeScript("measure(arguments[0])", seconds);
    other.executeScript("measure(arguments[0])", seconds);
    Object framesOfOne = one.executeScript("return measuring");
    Object framesOfOther = other.executeScript("return measuring");
    double measured = (System.nanoTime() - from) / 1e9;
    one.quit();
    other.quit();
    Files.delete(page);
    Files.delete(folder);
    Map<String, Object> found =
        Map.of(
            "windowSeconds", measured,
            "participants", new Object[] {first, second},
            "framesDecoded", new Object[] {framesOfOne, framesOfOther});
    Files.writeString(Path.of(arguments[3]), new ObjectMapper().writeValueAsString(found));
  }

  private static ChromeDriver start(String browser, String driver, long seconds) {
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(Path.of(driver).toFile())
            .usingAnyFreePort()
            .build();
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser);
    options.addArguments(ChromiumFlags.ofThisMachine());
    ChromeDriver chrome = new ChromeDriver(service, options);
    chrome.manage().timeouts().scriptTimeout(Duration.ofSeconds(seconds + 30));
    return chrome;
  }
}
