package dev.aisle.hmi.live.event;

import dev.aisle.hmi.live.session.SessionWatch;
import dev.aisle.hmi.live.session.Viewer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The stream of notes to each open screen. Notes wait until the next tick and go as one. Overflow
 * rule: topics merge; of single messages the newest {@value #MOST_MESSAGES} are kept, the client
 * fetches the list anyway.
 */
@Component
public class LiveEvents implements LiveChanges, LiveMessages, DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(LiveEvents.class);

  public static final int MOST_CLIENTS = 400;
  static final int MOST_MESSAGES = 50;

  private final Set<LiveTopic> changed = EnumSet.noneOf(LiveTopic.class);
  private final List<Message> messages = new ArrayList<>();
  private final Map<SseEmitter, Client> clients = new ConcurrentHashMap<>();
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

  private record Message(String event, Object data) {}

  /** What goes out together; empty is a sign of life. */
  private record Parcel(Set<LiveTopic> topics, List<Message> messages) {
    Parcel {
      topics = Set.copyOf(topics);
      messages = List.copyOf(messages);
    }

    static Parcel both(Parcel first, Parcel second) {
      Set<LiveTopic> topics = EnumSet.noneOf(LiveTopic.class);
      topics.addAll(first.topics);
      topics.addAll(second.topics);
      List<Message> all = new ArrayList<>(first.messages);
      all.addAll(second.messages);
      int tooMany = Math.max(0, all.size() - MOST_MESSAGES);
      return new Parcel(topics, all.subList(tooMany, all.size()));
    }
  }

  private record Client(Viewer<Parcel> viewer, SessionWatch watch) {}

  @Override
  public void changed(LiveTopic... topics) {
    synchronized (changed) {
      changed.addAll(List.of(topics));
    }
  }

  @Override
  public void send(String event, Object data) {
    synchronized (changed) {
      messages.add(new Message(event, data));
      if (messages.size() > MOST_MESSAGES) {
        messages.removeFirst();
      }
    }
  }

  /** A new client, unless there are too many. */
  public boolean open(SseEmitter emitter, SessionWatch watch) {
    if (clients.size() >= MOST_CLIENTS) {
      return false;
    }
    Viewer<Parcel> viewer =
        new Viewer<>(
            parcel -> write(emitter, parcel),
            Parcel::both,
            senders,
            () -> {
              clients.remove(emitter);
              end(emitter);
            });
    clients.put(emitter, new Client(viewer, watch));
    emitter.onCompletion(() -> clients.remove(emitter));
    emitter.onTimeout(() -> clients.remove(emitter));
    emitter.onError(failure -> clients.remove(emitter));
    viewer.show(new Parcel(Set.of(), List.of()));
    return true;
  }

  /** A browser that went away has often ended it already. */
  private static void end(SseEmitter emitter) {
    try {
      emitter.complete();
    } catch (IllegalStateException ended) {
      LOG.debug("A connection had ended", ended);
    }
  }

  private static void write(SseEmitter emitter, Parcel parcel) throws IOException {
    SseEmitter.SseEventBuilder event = SseEmitter.event();
    if (parcel.topics().isEmpty() && parcel.messages().isEmpty()) {
      emitter.send(event.comment("here"));
      return;
    }
    if (!parcel.topics().isEmpty()) {
      emitter.send(
          event
              .name("changed")
              .data(
                  new ChangedNote(parcel.topics().stream().sorted().toList()),
                  MediaType.APPLICATION_JSON));
    }
    for (Message message : parcel.messages()) {
      emitter.send(
          SseEmitter.event()
              .name(message.event())
              .data(message.data(), MediaType.APPLICATION_JSON));
    }
  }

  /** Sends on what came since the last time. */
  public void flush() {
    Parcel parcel;
    synchronized (changed) {
      if (changed.isEmpty() && messages.isEmpty()) {
        return;
      }
      parcel = new Parcel(changed, messages);
      changed.clear();
      messages.clear();
    }
    clients.values().forEach(client -> client.viewer().show(parcel));
  }

  /** So that both sides notice a broken line. */
  public void signOfLife() {
    Parcel nothing = new Parcel(Set.of(), List.of());
    clients.values().forEach(client -> client.viewer().show(nothing));
  }

  public void closeEnded() {
    clients.forEach(
        (emitter, client) -> {
          if (!client.watch().goesOn()) {
            clients.remove(emitter);
            emitter.complete();
          }
        });
  }

  public boolean anybodyListens() {
    return !clients.isEmpty();
  }

  public int clients() {
    return clients.size();
  }

  @Override
  public void destroy() {
    clients.keySet().forEach(SseEmitter::complete);
    senders.shutdownNow();
  }
}
