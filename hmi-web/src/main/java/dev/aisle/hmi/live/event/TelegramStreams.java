package dev.aisle.hmi.live.event;

import dev.aisle.hmi.live.device.TelegramSource;
import dev.aisle.hmi.live.device.TelegramView;
import dev.aisle.hmi.live.session.SessionWatch;
import dev.aisle.hmi.live.session.Viewer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Telegrams of single devices, live, to the few who look. They go as one parcel a tick. Overflow
 * rule: of what a slow viewer has not got yet the newest {@value #MOST_WAITING} are kept; the
 * numbers of the telegrams show the gap.
 */
@Component
public class TelegramStreams implements DisposableBean {

  public static final int MOST_CLIENTS = 40;
  public static final int MOST_WAITING = 200;

  private final Map<SseEmitter, Client> clients = new ConcurrentHashMap<>();
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

  private static final class Client {
    private final Viewer<List<TelegramView>> viewer;
    private final SessionWatch watch;
    private final TelegramSource.Listening listening;
    private List<TelegramView> waiting = new ArrayList<>();

    Client(Viewer<List<TelegramView>> viewer, SessionWatch watch, TelegramSource source) {
      this.viewer = viewer;
      this.watch = watch;
      this.listening = source.listen(this::add);
    }

    private synchronized void add(TelegramView telegram) {
      if (waiting.size() >= MOST_WAITING) {
        waiting.removeFirst();
      }
      waiting.add(telegram);
    }

    private synchronized List<TelegramView> take() {
      List<TelegramView> taken = waiting;
      waiting = new ArrayList<>();
      return taken;
    }
  }

  /** A new viewer, unless there are too many. */
  public boolean open(SseEmitter emitter, SessionWatch watch, TelegramSource source) {
    if (clients.size() >= MOST_CLIENTS) {
      return false;
    }
    Viewer<List<TelegramView>> viewer =
        new Viewer<>(
            telegrams -> write(emitter, telegrams),
            TelegramStreams::both,
            senders,
            () -> forget(emitter));
    Client client = new Client(viewer, watch, source);
    clients.put(emitter, client);
    emitter.onCompletion(() -> forget(emitter));
    emitter.onTimeout(() -> forget(emitter));
    emitter.onError(failure -> forget(emitter));
    viewer.show(source.last());
    return true;
  }

  private void forget(SseEmitter emitter) {
    Client client = clients.remove(emitter);
    if (client != null) {
      client.listening.close();
    }
  }

  private static List<TelegramView> both(List<TelegramView> first, List<TelegramView> second) {
    List<TelegramView> all = new ArrayList<>(first);
    all.addAll(second);
    return all.subList(Math.max(0, all.size() - MOST_WAITING), all.size());
  }

  /** An empty parcel is a sign of life. */
  private static void write(SseEmitter emitter, List<TelegramView> telegrams) throws IOException {
    if (telegrams.isEmpty()) {
      emitter.send(SseEmitter.event().comment("here"));
    } else {
      emitter.send(
          SseEmitter.event().name("telegrams").data(telegrams, MediaType.APPLICATION_JSON));
    }
  }

  /** Sends on what came since the last time. */
  public void flush() {
    clients
        .values()
        .forEach(
            client -> {
              List<TelegramView> telegrams = client.take();
              if (!telegrams.isEmpty()) {
                client.viewer.show(telegrams);
              }
            });
  }

  public void signOfLife() {
    clients.values().forEach(client -> client.viewer.show(List.of()));
  }

  public void closeEnded() {
    clients.forEach(
        (emitter, client) -> {
          if (!client.watch.goesOn()) {
            forget(emitter);
            emitter.complete();
          }
        });
  }

  public int clients() {
    return clients.size();
  }

  @Override
  public void destroy() {
    List.copyOf(clients.keySet())
        .forEach(
            emitter -> {
              forget(emitter);
              emitter.complete();
            });
    senders.shutdownNow();
  }
}
