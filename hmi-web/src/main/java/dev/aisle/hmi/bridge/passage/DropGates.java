package dev.aisle.hmi.bridge.passage;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.handover.Gate;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.bridge.work.HandOver;
import dev.aisle.wms.capture.TagSighting;
import dev.aisle.wms.shared.Epc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The RFID gates of the site's nodes: what their read points see is told to the dispatcher by the
 * name of the handling unit that wears the tag.
 *
 * <p>Overflow: a sighting that finds no room in either queue is dropped and logged; the vehicle
 * then keeps its load and a person is asked.
 */
public final class DropGates implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DropGates.class);
  private static final int SIGHTINGS = 1_000;

  private final List<Gate> gates;
  private final Set<String> names = new LinkedHashSet<>();
  private final Function<Epc, Optional<String>> unitOf;
  private final HandOver<TagSighting> seen;
  private final BlockingQueue<DispatchInput> news = new ArrayBlockingQueue<>(SIGHTINGS);

  /**
   * @param unitOf the handling unit that wears a tag, as transports call it; may ask the database
   */
  public DropGates(Site site, Function<Epc, Optional<String>> unitOf) {
    this.gates = of(site);
    this.unitOf = unitOf;
    gates.forEach(gate -> names.add(gate.id()));
    this.seen = new HandOver<>("gates", SIGHTINGS, this::name);
  }

  private static List<Gate> of(Site site) {
    Map<String, Set<String>> nodes = new LinkedHashMap<>();
    for (Site.Node node : site.floor().nodes()) {
      node.gate()
          .ifPresent(
              gate -> nodes.computeIfAbsent(gate, any -> new LinkedHashSet<>()).add(node.id()));
    }
    List<Gate> gates = new ArrayList<>();
    nodes.forEach((point, behind) -> gates.add(new Gate(point, behind)));
    return gates;
  }

  List<Gate> all() {
    return gates;
  }

  /** What a read point has seen; others than gates are passed over. */
  public void sighted(TagSighting sighting) {
    if (names.contains(sighting.readPoint())) {
      seen.give(sighting);
    }
  }

  private void name(TagSighting sighting) {
    String load = unitOf.apply(sighting.epc()).orElse(sighting.epc().hex());
    if (!news.offer(new DispatchInput.Gate(sighting.readPoint(), load))) {
      LOG.error("No room for what gate {} has seen: {}", sighting.readPoint(), load);
    }
  }

  /** What the dispatcher has to be told now. */
  List<DispatchInput> look() {
    List<DispatchInput> all = new ArrayList<>();
    news.drainTo(all);
    return all;
  }

  @Override
  public void close() {
    seen.close();
  }
}
