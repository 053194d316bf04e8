package dev.parley.pages;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

@NullUnmarked
public class HttpRefusalTest {
  private PageServer server;
  private URI uri;

  @BeforeClass
  public void start() {
    server = PageServer.start(PageServerOptions.defaults());
    uri = server.uri();
  }

  @AfterClass(alwaysRun = true)
  public void stop() {
    server.close();
  }

  @DataProvider
  public Object[][] badTargets() {
    return new Object[][] {
      {"/"},
      {"/call.html"},
      {"/favicon.ico"},
      {"/wrong/call.html"},
      {"//TOKEN/call.html"},
      {"/TOKE/call.html"},
      {"/TOKENx/call.html"},
      {"/x/../TOKEN/call.html"},
      {"/TOKEN/../call.html"},
      {"/TOKEN/missing.html"},
      {"/TOKEN/.hidden.js"},
      {"/TOKEN/./call.html"},
      {"/TOKEN/a/../call.html"},
      {"/TOKEN/%2e%2e/PageServer.class"},
      {"/TOKEN/%252e%252e/PageServer.class"},
      {"/TOKEN/..%2fPageServer.class"},
      {"/TOKEN/..%5cPageServer.class"},
      {"/TOKEN/..\\PageServer.class"},
      {"/TOKEN/..;/PageServer.class"},
      {"/TOKEN/../PageServer.class"},
      {"/TOKEN/../../pages/web/call.html"},
      {"/TOKEN/call.html%00"},
      {"/TOKEN/call.html/"},
      {"/TOKEN//call.html"},
      {"/TOKEN/c%61ll.html"},
      {"/TOKEN/call.html;x=1"},
      {"/TOKEN/%c0%ae%c0%ae/PageServer.class"},
      {"/TOKEN/x/"},
      {"/TOKEN/x/nobody/module.js"},
      {"/TOKEN/x/mine"},
      {"/TOKEN/x/mine/../call.html"},
      {"/TOKEN/x/mine/Some.class"},
      {"/TOKEN/META-INF/MANIFEST.MF"},
    };
  }

  @Test(dataProvider = "badTargets")
  public void aPathThatIsNoPageIs404AndSaysNothing(String target) {
    int before = server.refusals().size();
    RawHttp.Answer answer = RawHttp.get(uri, target.replace("TOKEN", token()));
    assertEquals(answer.status(), 404, target);
    assertEquals(answer.body(), "");
    assertFalse(answer.headers().containsKey("server"));
    List<Refusal> refusals = server.refusals();
    assertEquals(refusals.size(), before + 1);
    assertFalse(refusals.toString().contains(token()), "the token is in " + refusals);
    assertEquals(RawHttp.get(uri, uri.getPath() + "call.html").status(), 200);
  }

  @DataProvider
  public Object[][] methods() {
    return new Object[][] {{"POST"}, {"PUT"}, {"DELETE"}, {"OPTIONS"}, {"TRACE"}, {"PATCH"}};
  }

  @Test(dataProvider = "methods")
  public void otherMethodsAreRefused(String method) {
    RawHttp.Answer answer =
        RawHttp.send(uri, method, uri.getPath() + "call.html", uri.getAuthority());
    assertEquals(answer.status(), 405);
    assertEquals(answer.headers().get("allow"), "GET, HEAD");
    assertEquals(answer.body(), "");
    assertEquals(RawHttp.send(uri, method, "/call.html", uri.getAuthority()).status(), 404);
  }

  @Test
  public void aForeignHostNameIsRefused() {
    RawHttp.Answer answer =
        RawHttp.send(uri, "GET", uri.getPath() + "call.html", "evil.example:" + uri.getPort());
    assertEquals(answer.status(), 404);
    assertEquals(
        RawHttp.send(uri, "GET", uri.getPath() + "call.html", "localhost:" + uri.getPort())
            .status(),
        200);
  }

  @Test
  public void headAnswersWithoutABody() {
    RawHttp.Answer answer =
        RawHttp.send(uri, "HEAD", uri.getPath() + "call.html", uri.getAuthority());
    assertEquals(answer.status(), 200);
    assertEquals(answer.body(), "");
    assertTrue(Integer.parseInt(answer.headers().get("content-length")) > 100);
  }

  @Test
  public void aPlainRequestForTheSocketIsNoUpgrade() {
    try (PageCall call = server.openCall("plain", List.of("a"), new Recorder())) {
      String target = call.pageUri("a").getPath().replace("call.html", "socket");
      assertEquals(RawHttp.get(uri, target + "?call=plain&participant=a").status(), 403);
    }
  }

  @Test
  public void pagesCarryStrictHeaders() {
    RawHttp.Answer answer = RawHttp.get(uri, uri.getPath() + "call.html");
    assertEquals(answer.headers().get("content-type"), "text/html;charset=utf-8");
    assertEquals(answer.headers().get("cross-origin-opener-policy"), "same-origin");
    assertEquals(answer.headers().get("cross-origin-embedder-policy"), "require-corp");
    assertEquals(answer.headers().get("cross-origin-resource-policy"), "same-origin");
    assertEquals(answer.headers().get("x-content-type-options"), "nosniff");
    assertEquals(answer.headers().get("referrer-policy"), "no-referrer");
    assertEquals(answer.headers().get("cache-control"), "no-store");
    assertEquals(
        answer.headers().get("permissions-policy"),
        "camera=(self), microphone=(self), display-capture=(self)");
    String policy = answer.headers().get("content-security-policy");
    assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; "), policy);
    assertTrue(policy.contains("connect-src 'self' ws://" + uri.getAuthority() + ";"), policy);
    assertFalse(policy.contains("unsafe"), policy);
  }

  @Test
  public void everyPageIsServedWithItsType() {
    for (String file :
        List.of("", "call.html", "serve.html", "probe.js", "style.css", "icon.svg")) {
      RawHttp.Answer answer = RawHttp.get(uri, uri.getPath() + file);
      assertEquals(answer.status(), 200, file);
      assertFalse(answer.body().isEmpty(), file);
    }
  }

  @Test
  public void addedModulesAreServedFromTheirFolderOnly() {
    server.addModules("mine", getClass().getClassLoader(), "modules");
    RawHttp.Answer answer = RawHttp.get(uri, uri.getPath() + "x/mine/hello.js");
    assertEquals(answer.status(), 200);
    assertTrue(answer.body().contains("export function register"), answer.body());
    assertEquals(RawHttp.get(uri, uri.getPath() + "x/mine/../logback-test.xml").status(), 404);
    assertEquals(RawHttp.get(uri, uri.getPath() + "x/mine/absent.js").status(), 404);
  }

  @Test(
      expectedExceptions = IllegalArgumentException.class,
      expectedExceptionsMessageRegExp = ".*plain name.*found '../up'.*")
  public void aModuleSourceNeedsAPlainName() {
    server.addModules("../up", getClass().getClassLoader(), "modules");
  }

  private String token() {
    return uri.getPath().replace("/", "");
  }
}
