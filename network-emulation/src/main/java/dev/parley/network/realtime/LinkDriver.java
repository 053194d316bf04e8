package dev.parley.network.realtime;

import dev.parley.network.engine.AccessLink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Minds any number of links: what is due is done in the order of due times over all of them, so
 * that a packet that leaves one link enters the next at the moment at which it was due, however
 * late the thread was.
 *
 * <p>One lock keeps whoever uses a link apart; everything but {@link #exclusively} and {@link
 * #close} is to be called by a holder of it.
 */
public final class LinkDriver implements AutoCloseable {
  private final ReentrantLock lock = new ReentrantLock();
  private final List<DrivenLink<?>> links = new ArrayList<>();
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::atNanos));
  private final Queue<Request<?>> requests = new ConcurrentLinkedQueue<>();
  private final LongSupplier clock;
  private final PreciseTimer timer;
  private final Thread thread = new Thread(this::mind, "parley-links");
  private long moment = Long.MIN_VALUE;
  private long waitingFor = AccessLink.NEVER;
  private volatile boolean closed;

  private LinkDriver(LongSupplier clock, PreciseTimer timer) {
    this.clock = clock;
    this.timer = timer;
  }

  /** Drives links against the clock with a thread of its own, which takes over the timer. */
  public static LinkDriver start(PreciseTimer timer) {
    LinkDriver driver = new LinkDriver(System::nanoTime, timer);
    driver.thread.setDaemon(true);
    driver.thread.start();
    return driver;
  }

  /** Drives links in a time of the caller's own, whenever {@link #exclusively} is called. */
  public static LinkDriver virtual(LongSupplier clock) {
    return new LinkDriver(clock, new ParkingTimer());
  }

  private record Task(long atNanos, Runnable body) {}

  /** Minds one more link; a link that throws is given up, told to {@code failed}, and no other. */
  public <P> DrivenLink<P> add(
      AccessLink<P> link, AccessLink.Sinks<P> sinks, Consumer<RuntimeException> failed) {
    DrivenLink<P> driven = new DrivenLink<>(link, sinks, failed);
    links.add(driven);
    return driven;
  }

  /** Minds a link no longer; what is on it is gone. */
  public void remove(DrivenLink<?> link) {
    links.remove(link);
  }

  /** Has something done at a moment, by the thread of this driver or whoever comes by then. */
  public void at(long nanos, Runnable task) {
    tasks.add(new Task(nanos, task));
  }

  /** Does something with the links to itself, and what is due by its end. */
  public void exclusively(Runnable body) {
    exclusively(
        () -> {
          body.run();
          return true;
        });
  }

  /**
   * Does something with the links to itself, and what is due by its end: on this driver's own
   * thread, so that nobody less urgent ever holds what packets wait for.
   */
  public <T> T exclusively(Supplier<T> body) {
    if (lock.isHeldByCurrentThread() || !thread.isAlive()) {
      return locked(body);
    }
    Request<T> request = new Request<>(body);
    requests.add(request);
    timer.wake();
    return request.answer(() -> thread.isAlive() || !requests.remove(request));
  }

  /** The same on the calling thread, which is to be as urgent as the driver's. */
  <T> T locked(Supplier<T> body) {
    lock.lock();
    try {
      T result = body.get();
      advance(clock.getAsLong());
      if (nextNanos() < waitingFor) {
        waitingFor = nextNanos();
        timer.wake();
      }
      return result;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Does what is due up to a moment.
   *
   * @return that moment, or a later one that has been reached already: what happens now happens
   *     then
   */
  public long advance(long nanos) {
    while (true) {
      DrivenLink<?> first = earliest();
      Task task = tasks.peek();
      long next = first == null ? AccessLink.NEVER : first.nextNanos();
      if (task != null && task.atNanos <= Math.min(next, nanos)) {
        moment = Math.max(moment, task.atNanos);
        tasks.remove();
        task.body.run();
      } else if (first != null && next <= nanos) {
        moment = Math.max(moment, next);
        first.poll(moment);
      } else {
        moment = Math.max(moment, nanos);
        return moment;
      }
    }
  }

  /** The time now; to be asked for by anybody. */
  public long nanos() {
    return clock.getAsLong();
  }

  private @Nullable DrivenLink<?> earliest() {
    DrivenLink<?> found = null;
    for (int i = 0; i < links.size(); i++) {
      DrivenLink<?> link = links.get(i);
      found = found == null || link.nextNanos() < found.nextNanos() ? link : found;
    }
    return found;
  }

  private long nextNanos() {
    DrivenLink<?> first = earliest();
    Task task = tasks.peek();
    return Math.min(
        first == null ? AccessLink.NEVER : first.nextNanos(),
        task == null ? AccessLink.NEVER : task.atNanos);
  }

  private void mind() {
    Urgency.claim();
    while (!closed) {
      timer.await(doWhatIsDue());
    }
  }

  private long doWhatIsDue() {
    lock.lock();
    try {
      for (Request<?> next = requests.poll(); next != null; next = requests.poll()) {
        next.run();
      }
      advance(clock.getAsLong());
      waitingFor = nextNanos();
      return waitingFor;
    } finally {
      lock.unlock();
    }
  }

  /** Ends the thread; what is on the links is gone. */
  @Override
  public void close() {
    closed = true;
    timer.wake();
    if (thread.isAlive()) {
      Joined.patiently(thread);
    }
    timer.close();
  }
}
