package dev.parley.harness.schedule;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what it owns, the last taken first, each whatever became of the others. */
final class OwnedStack implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OwnedStack.class);
  private final Deque<AutoCloseable> owned = new ArrayDeque<>();

  synchronized <T extends AutoCloseable> T own(T resource) {
    owned.push(resource);
    return resource;
  }

  /** Takes over everything that another stack owns. */
  synchronized void takeOver(OwnedStack other) {
    other.owned.descendingIterator().forEachRemaining(owned::push);
    other.owned.clear();
  }

  @Override
  public synchronized void close() {
    while (!owned.isEmpty()) {
      AutoCloseable resource = owned.pop();
      try {
        resource.close();
      } catch (Exception e) {
        LOG.warn("{} did not close: {}", resource.getClass().getSimpleName(), e.getMessage());
      }
    }
  }
}
