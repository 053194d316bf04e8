package dev.parley.pages;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.jspecify.annotations.Nullable;

/** Answers every request: nothing without the token, and below it only pages and sockets. */
final class FrontDoor extends Handler.Abstract {
  private final AccessToken token;
  private final OwnAddress own;
  private final PageFiles files;
  private final Map<String, PageCall> calls;
  private final ServerContext context;
  private final ServerWebSocketContainer sockets;

  FrontDoor(
      AccessToken token,
      OwnAddress own,
      PageFiles files,
      Map<String, PageCall> calls,
      ServerContext context,
      ServerWebSocketContainer sockets) {
    this.token = token;
    this.own = own;
    this.files = files;
    this.calls = calls;
    this.context = context;
    this.sockets = sockets;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String host = String.valueOf(request.getHeaders().get(HttpHeader.HOST));
    String rest = belowToken(request.getHttpURI().getPath());
    if (rest == null) {
      return refuse(request, response, callback, 404, "token", "a path without the token");
    }
    if (!own.isOwnHost(host)) {
      return refuse(request, response, callback, 404, "host", "a request for host " + host);
    }
    ResponseHeaders.put(response.getHeaders(), own.socketScheme() + "://" + host);
    String method = request.getMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
      return refuse(request, response, callback, 405, "method", "method " + method);
    }
    return rest.equals("socket")
        ? openSocket(request, response, callback, host)
        : sendFile(request, response, callback, rest);
  }

  private @Nullable String belowToken(@Nullable String path) {
    if (path == null || !path.startsWith("/")) {
      return null;
    }
    int end = path.indexOf('/', 1);
    return end > 0 && token.matches(path.substring(1, end)) ? path.substring(end + 1) : null;
  }

  private boolean sendFile(Request request, Response response, Callback callback, String rest)
      throws IOException {
    PageFiles.Content content = files.find(rest.isEmpty() ? "serve.html" : rest);
    if (content == null) {
      return refuse(request, response, callback, 404, "path", "no file " + rest);
    }
    response.setStatus(200);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, content.mediaType());
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, content.bytes().length);
    ByteBuffer body =
        request.getMethod().equals("HEAD")
            ? BufferUtil.EMPTY_BUFFER
            : ByteBuffer.wrap(content.bytes());
    response.write(true, body, callback);
    return true;
  }

  private boolean openSocket(Request request, Response response, Callback callback, String host) {
    Fields query = Request.extractQueryParameters(request);
    String participant = query.getValue("participant");
    PageCall call = calls.get(String.valueOf(query.getValue("call")));
    Seat seat = call == null ? null : call.seatFor(participant);
    if (call == null || seat == null) {
      return refuse(request, response, callback, 404, "seat", "no such call or participant");
    }
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    if (!own.isOwnOrigin(origin, host)) {
      call.turnedAway(seat, "a socket from origin " + origin);
      return refuse(request, response, callback, 403, "origin", "a socket from origin " + origin);
    }
    boolean upgraded =
        sockets.upgrade(
            (upgradeRequest, upgradeResponse, upgradeCallback) -> {
              // Compressing on loopback costs both ends more than it saves.
              upgradeResponse.setExtensions(List.of());
              return new PageSocket(call, seat, context);
            },
            request,
            response,
            callback);
    return upgraded
        || refuse(request, response, callback, 426, "upgrade", "no WebSocket handshake");
  }

  private boolean refuse(
      Request request, Response response, Callback callback, int status, String kind, String what) {
    String where = request.getMethod() + " " + request.getHttpURI().getPath();
    context.refusals().add(kind, what + ": " + where, Request.getRemoteAddr(request));
    response.setStatus(status);
    response.write(true, BufferUtil.EMPTY_BUFFER, callback);
    return true;
  }
}
