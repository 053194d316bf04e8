package dev.parley.network.config;

import tools.jackson.core.JsonPointer;

/** A setting that cannot be: its message says what was found and expected. */
public final class InvalidSettingException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final String place;

  InvalidSettingException(JsonPointer place, String message) {
    super(message);
    this.place = place.toString();
  }

  /** Where it stands in the document. */
  public JsonPointer place() {
    return JsonPointer.compile(place);
  }
}
