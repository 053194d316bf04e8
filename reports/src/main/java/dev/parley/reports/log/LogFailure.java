package dev.parley.reports.log;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first thing that went wrong with a log, told once. */
final class LogFailure {
  private static final Logger LOG = LoggerFactory.getLogger(LogFailure.class);

  private final AtomicReference<@Nullable IOException> first = new AtomicReference<>();
  private final Consumer<IOException> listener;

  LogFailure(Consumer<IOException> listener) {
    this.listener = listener;
  }

  Optional<IOException> get() {
    return Optional.ofNullable(first.get());
  }

  void set(IOException failure) {
    if (!first.compareAndSet(null, failure)) {
      return;
    }
    try {
      listener.accept(failure);
    } catch (RuntimeException e) {
      LOG.error("the log's failure ({}) could not be told", failure.getMessage(), e);
    }
  }
}
