package dev.parley.pages;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** Says nothing about an error but its status. */
final class SilentErrors extends ErrorHandler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    response.write(true, BufferUtil.EMPTY_BUFFER, callback);
    return true;
  }

  @Override
  public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
    return BufferUtil.EMPTY_BUFFER;
  }
}
