package dev.parley.harness.endpoint;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One use of a browser process. */
final class BrowserLease implements Lease {
  private final EndpointPool pool;
  private final BrowserProcess process;
  private final boolean warm;
  private final BrowserWindow window;
  private final AtomicBoolean returned = new AtomicBoolean();

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

  @Override
  public Optional<EndpointException> fault() {
    return process.fault();
  }

  @Override
  public void onFault(Consumer<EndpointException> listener) {
    process
        .faultFuture()
        .thenAccept(
            fault -> {
              if (!returned.get()) {
                listener.accept(fault);
              }
            });
  }

  @Override
  public List<Evidence> saveEvidence(Path folder, String prefix) {
    return new EvidenceSaver(process, window).save(folder, prefix);
  }

  @Override
  public void discard() {
    returned.set(true);
    pool.giveBack(process, false);
  }

  @Override
  public void close() {
    if (returned.compareAndSet(false, true)) {
      pool.giveBack(process, process.fault().isEmpty() && window.clear());
    }
  }
}
