package dev.parley.pages;

/** A page could not do what it was told: it threw, or it is gone. */
public final class PageCommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String errorName;

  /** The page's error, by its DOM name ({@code OperationError}; {@code Gone} where the page is). */
  public PageCommandException(String errorName, String message) {
    super(message);
    this.errorName = errorName;
  }

  /** The DOM name of the error. */
  public String errorName() {
    return errorName;
  }
}
