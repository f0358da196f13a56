package dev.aisle.hmi.live.floor;

import dev.aisle.hmi.live.floor.LiveFloor.Picture;
import dev.aisle.hmi.live.session.SessionWatch;
import dev.aisle.hmi.live.session.Viewer;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends the moving floor to whoever looks. Each client is told the difference between what it saw
 * last and the newest picture, so a slow one skips pictures and never falls behind.
 */
@Component
public class FloorSocket extends TextWebSocketHandler implements DisposableBean {

  /** Clients at one time; one more is asked to come back later. */
  public static final int MOST_CLIENTS = 200;

  private static final Logger log = LoggerFactory.getLogger(FloorSocket.class);

  private final Map<String, Client> clients = new ConcurrentHashMap<>();
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
  private final JsonMapper json;

  FloorSocket(JsonMapper json) {
    this.json = json;
  }

  private final class Client {
    private final WebSocketSession socket;
    private final Viewer<Picture> viewer;

    /** What it saw last; touched by one sender at a time. */
    private volatile @Nullable Picture seen;

    Client(WebSocketSession socket) {
      this.socket = socket;
      this.viewer =
          new Viewer<>(
              this::send,
              (waiting, coming) -> coming,
              senders,
              () -> close(socket, CloseStatus.SESSION_NOT_RELIABLE));
    }

    private void send(Picture picture) throws IOException {
      var frame = FrameDiff.between(seen, picture);
      if (frame.isPresent()) {
        socket.sendMessage(new TextMessage(json.writeValueAsString(frame.get())));
      }
      seen = picture;
    }
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession socket) {
    if (clients.size() >= MOST_CLIENTS) {
      close(socket, CloseStatus.SERVICE_OVERLOAD);
      return;
    }
    socket.setTextMessageSizeLimit(1_024);
    clients.put(socket.getId(), new Client(socket));
  }

  /** Nothing is expected from the client; whoever talks is cut off. */
  @Override
  protected void handleTextMessage(WebSocketSession socket, TextMessage message) {
    close(socket, CloseStatus.POLICY_VIOLATION);
  }

  @Override
  public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
    clients.remove(socket.getId());
  }

  public boolean anybodyLooks() {
    return !clients.isEmpty();
  }

  public int clients() {
    return clients.size();
  }

  public void show(Picture picture) {
    clients.values().forEach(client -> client.viewer.show(picture));
  }

  /** Ends the streams of sessions that are over. */
  public void closeEnded() {
    for (Client client : clients.values()) {
      if (!(client.socket.getAttributes().get(FloorHandshake.WATCH) instanceof SessionWatch watch)
          || !watch.goesOn()) {
        close(client.socket, CloseStatus.POLICY_VIOLATION);
      }
    }
  }

  private void close(WebSocketSession socket, CloseStatus why) {
    clients.remove(socket.getId());
    senders.execute(
        () -> {
          try {
            socket.close(why);
          } catch (IOException e) {
            log.debug("A socket did not close", e);
          }
        });
  }

  @Override
  public void destroy() {
    senders.shutdownNow();
  }
}
