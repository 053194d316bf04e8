package dev.parley.harness.cli;

import dev.parley.harness.call.LiveView;
import dev.parley.pages.PageCall;
import dev.parley.pages.PageServer;
import dev.parley.pages.PageServerOptions;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves a call to people: two tabs of any browser, with the normalised statistics live. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Serves a call for two tabs of any browser, with live statistics.")
final class ServeCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--port", paramLabel = "N", description = "The port; a free one by default.")
  private int port;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = Commands.out(spec);
    CountDownLatch interrupted = new CountDownLatch(1);
    Thread hook = new Thread(interrupted::countDown, "parley-serve-end");
    Runtime.getRuntime().addShutdownHook(hook);
    LiveView view = new LiveView();
    try (PageServer server = PageServer.start(PageServerOptions.defaults().withPort(port));
        PageCall lobby = server.openLobby(view)) {
      view.showIn(lobby);
      out.println("Open this in two tabs: " + server.uri());
      out.println("Ctrl-C ends it.");
      out.flush();
      interrupted.await();
    }
    return ExitCode.PASS;
  }
}
