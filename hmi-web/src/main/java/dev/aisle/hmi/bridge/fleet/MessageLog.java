package dev.aisle.hmi.bridge.fleet;

import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.vda5050.Topic;
import dev.aisle.device.agv.vda5050.WireMessage;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.live.fleet.VehicleMessage;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The newest messages of every vehicle, for a technician. Positions between two states are left
 * out: they say nothing that the next state does not, and would push everything else out.
 */
@Component
public final class MessageLog {
  /** Kept of one message; an order of a hundred nodes has some 40 kB. */
  static final int MOST_BYTES = 64 * 1024;

  /** Kept of one vehicle, and fewer where the fleet is large. */
  static final int MOST_EACH = 60;

  private static final int LEAST_EACH = 10;
  private static final int MOST_OF_ALL = 12_000;

  private final int each;
  private final Map<VehicleId, Kept> vehicles = new ConcurrentHashMap<>();

  MessageLog(Site site) {
    int fleet = Math.max(1, site.vehicles().size());
    this.each = Math.clamp(MOST_OF_ALL / fleet, LEAST_EACH, MOST_EACH);
  }

  private record Numbered(long number, WireMessage message, boolean cut) {}

  private static final class Kept {
    private final Deque<Numbered> newest = new ArrayDeque<>();
    private long count;
  }

  /** From any thread. */
  public void take(WireMessage message) {
    if (message.topic() == Topic.VISUALIZATION) {
      return;
    }
    Kept kept = vehicles.computeIfAbsent(message.vehicle(), id -> new Kept());
    synchronized (kept) {
      kept.count++;
      kept.newest.addLast(numbered(kept.count, message));
      if (kept.newest.size() > each) {
        kept.newest.removeFirst();
      }
    }
  }

  /** The newest last. */
  public List<VehicleMessage> of(VehicleId vehicle) {
    Kept kept = vehicles.get(vehicle);
    if (kept == null) {
      return List.of();
    }
    List<Numbered> all;
    synchronized (kept) {
      all = List.copyOf(kept.newest);
    }
    return all.stream().map(MessageLog::view).toList();
  }

  private static Numbered numbered(long number, WireMessage message) {
    if (message.payload().limit() <= MOST_BYTES) {
      return new Numbered(number, message, false);
    }
    WireMessage kept =
        new WireMessage(
            message.vehicle(),
            message.at(),
            message.sent(),
            message.topic(),
            ByteBuffer.wrap(beginning(message)));
    return new Numbered(number, kept, true);
  }

  private static byte[] beginning(WireMessage message) {
    ByteBuffer payload = message.payload().duplicate();
    byte[] bytes = new byte[Math.min(payload.limit(), MOST_BYTES)];
    payload.rewind().get(bytes);
    return bytes;
  }

  private static VehicleMessage view(Numbered one) {
    WireMessage message = one.message();
    byte[] bytes = beginning(message);
    String text = null;
    String hex = null;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      hex = HexFormat.of().withUpperCase().formatHex(bytes);
    }
    return new VehicleMessage(
        one.number(), message.at(), message.sent(), message.topic().level(), text, hex, one.cut());
  }
}
