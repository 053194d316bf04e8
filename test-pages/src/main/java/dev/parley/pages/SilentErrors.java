package dev.parley.pages;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** What Jetty itself refuses: recorded, and answered like any other path that is no page. */
final class SilentErrors extends ErrorHandler {
  private final Refusals refusals;

  SilentErrors(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    refusals.add(
        "path",
        "status " + status + ": " + request.getMethod() + " " + request.getHttpURI().getPath(),
        Request.getRemoteAddr(request));
    response.setStatus(status < 500 ? 404 : status);
    response.write(true, BufferUtil.EMPTY_BUFFER, callback);
    return true;
  }
}
