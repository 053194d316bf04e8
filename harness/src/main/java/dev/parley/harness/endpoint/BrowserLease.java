package dev.parley.harness.endpoint;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** One use of a browser process. */
final class BrowserLease implements Lease {
  private final EndpointPool pool;
  private final BrowserProcess process;
  private final boolean warm;
  private final BrowserWindow window;
  private final AtomicReference<State> state = new AtomicReference<>(State.LENT);

  private enum State {
    LENT,
    CLOSING,
    RETURNED
  }

  BrowserLease(EndpointPool pool, BrowserProcess process) {
    this.pool = pool;
    this.process = process;
    this.warm = process.use() > 0;
    this.window = warm ? BrowserWindow.create(process) : BrowserWindow.first(process);
  }

  @Override
  public Endpoint endpoint() {
    return process.endpoint();
  }

  @Override
  public boolean warm() {
    return warm;
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public void open(URI page) {
    window.open(page);
  }

  /**
   * Evaluates an expression in the page and waits for its promise.
   *
   * @throws EndpointException of kind {@code page-open} if it throws or gives no text
   */
  String evaluate(String expression) {
    return window.evaluate(expression);
  }

  @Override
  public Optional<EndpointException> fault() {
    return process.fault();
  }

  @Override
  public void onFault(Consumer<EndpointException> listener) {
    CompletableFuture<?> unused =
        process
            .faultFuture()
            .thenAccept(
                fault -> {
                  if (state.get() == State.LENT) {
                    listener.accept(fault);
                  }
                });
  }

  @Override
  public List<Evidence> saveEvidence(Path folder, String prefix, UnaryOperator<String> clean) {
    return new EvidenceSaver(process, window, clean).save(folder, prefix);
  }

  @Override
  public void closePage() {
    window.close();
  }

  @Override
  public void discard() {
    giveBack(false);
  }

  @Override
  public void close() {
    if (state.compareAndSet(State.LENT, State.CLOSING)) {
      giveBack(process.fault().isEmpty() && window.clear());
    }
  }

  /** Once only: by the time of a second, the process may be lent to somebody else. */
  private void giveBack(boolean reusable) {
    if (state.getAndSet(State.RETURNED) != State.RETURNED) {
      pool.giveBack(process, reusable);
    }
  }
}
