package dev.aisle.sim.world;

import dev.aisle.sim.world.FloorState.PassState;
import dev.aisle.sim.world.FloorState.TruckState;
import dev.aisle.sim.world.PortalSpec.Flow;
import dev.aisle.sim.world.UnitState.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Units on the floor and the people who carry them through the dock doors. Every unit is in exactly
 * one place, a node carries at most one. Not thread-safe: the simulator's one thread owns it.
 */
public final class Floor {
  /** Units that left are remembered up to this many, so that a late repeat changes nothing. */
  static final int GONE_REMEMBERED = 200;

  static final int ADVICES_REMEMBERED = 500;

  /** Trucks at the docks and in the yard. */
  static final int YARD_HOLDS = 100;

  private static final double TRUCK_LEAVES_AFTER_S = 10.0;

  private final Map<String, Portal> portals = new LinkedHashMap<>();
  private final Map<String, UnitState> units = new LinkedHashMap<>();
  private final Deque<TruckState> trucks = new ArrayDeque<>();
  private final Set<String> advices = new LinkedHashSet<>();
  private final Set<String> dyingAt = new LinkedHashSet<>();
  private final Set<String> deadTags = new LinkedHashSet<>();
  private long order;
  private boolean changed;

  public Floor(List<PortalSpec> specs, Optional<FloorState> saved) {
    specs.forEach(spec -> portals.put(spec.node(), new Portal(spec)));
    FloorState from = saved.orElse(FloorState.EMPTY);
    order = from.order();
    from.units().forEach(unit -> units.put(unit.sscc(), unit));
    trucks.addAll(from.trucks());
    advices.addAll(from.advices());
    from.portals().stream()
        .filter(portal -> portals.containsKey(portal.node()))
        .forEach(portal -> portal(portal.node()).restore(portal));
  }

  public FloorState save() {
    return new FloorState(
        order,
        List.copyOf(units.values()),
        List.copyOf(trucks),
        List.copyOf(advices),
        portals.values().stream().map(Portal::save).toList());
  }

  /** True once after a unit changed its place or a truck came or left. */
  public boolean takeChanged() {
    boolean was = changed;
    changed = false;
    return was;
  }

  public List<UnitState> units() {
    return List.copyOf(units.values());
  }

  public List<TruckState> trucks() {
    return List.copyOf(trucks);
  }

  /** A truck comes to a dock with pallets. The same advice again changes nothing. */
  public void truckArrives(String dock, String advice, List<TaggedUnit> pallets) {
    if (portal(dock).spec.flow() != Flow.INBOUND) {
      throw new IllegalArgumentException("%s is not a dock for goods in".formatted(dock));
    }
    if (advices.contains(advice)) {
      return;
    }
    if (trucks.size() >= YARD_HOLDS) {
      throw new IllegalStateException("the yard is full: %d trucks".formatted(trucks.size()));
    }
    advices.add(advice);
    while (advices.size() > ADVICES_REMEMBERED) {
      advices.remove(advices.iterator().next());
    }
    pallets.stream()
        .filter(pallet -> !units.containsKey(pallet.sscc()))
        .forEach(pallet -> put(new UnitState(pallet, Place.TRUCK, dock, ++order)));
    trucks.addLast(new TruckState(dock, advice, TRUCK_LEAVES_AFTER_S));
    changed = true;
  }

  /** A packed unit is ready at a node, or beside it while the node is taken. */
  public void unitPacked(TaggedUnit unit, String node) {
    if (units.containsKey(unit.sscc())) {
      return;
    }
    Place place = unitAt(node).isPresent() ? Place.QUEUED : Place.NODE;
    put(new UnitState(unit, place, node, ++order));
  }

  /** People take a unit away, wherever it is. */
  public void unitRemoved(String sscc) {
    UnitState unit = units.get(sscc);
    if (unit != null && unit.place() != Place.GONE) {
      portals.values().forEach(portal -> portal.abandon(sscc));
      move(unit, Place.GONE, unit.at());
    }
  }

  /**
   * People carry a unit to a node, from wherever it is or was taken to. False if something else
   * stands there, or nobody ever saw such a unit.
   */
  public boolean unitPut(String sscc, String node) {
    UnitState unit = units.get(sscc);
    Optional<UnitState> there = unitAt(node);
    if (unit == null || there.filter(one -> !one.sscc().equals(sscc)).isPresent()) {
      return false;
    }
    if (there.isEmpty()) {
      portals.values().forEach(portal -> portal.abandon(sscc));
      move(unit, Place.NODE, node);
    }
    return true;
  }

  /**
   * People carry a unit through its portal once more, in the direction it went: from the dock node
   * back to the truck and in again, or, if it has left, back from the truck and out again. False if
   * the unit is elsewhere.
   */
  public boolean carryAgain(String sscc) {
    UnitState unit = units.get(sscc);
    if (unit == null || !portals.containsKey(unit.at())) {
      return false;
    }
    Place passed = portal(unit.at()).spec.flow() == Flow.INBOUND ? Place.NODE : Place.GONE;
    if (unit.place() != passed) {
      return false;
    }
    move(unit, Place.TRUCK, unit.at());
    return true;
  }

  public Optional<UnitState> unitAt(String node) {
    return first(unit -> unit.place() == Place.NODE && unit.at().equals(node));
  }

  /** A vehicle takes what stands on a node, whatever it is. */
  public Optional<TaggedUnit> pickUp(String node, String vehicle) {
    Optional<UnitState> unit =
        unitAt(node).filter(found -> portals.values().stream().noneMatch(p -> carries(p, found)));
    unit.ifPresent(found -> move(found, Place.VEHICLE, vehicle));
    return unit.map(UnitState::unit);
  }

  /** A vehicle puts down its load; false if the node is taken or there is no such load. */
  public boolean putDown(String vehicle, String node) {
    Optional<UnitState> load =
        first(unit -> unit.place() == Place.VEHICLE && unit.at().equals(vehicle));
    if (load.isEmpty() || unitAt(node).isPresent()) {
      return false;
    }
    move(load.get(), Place.NODE, node);
    return true;
  }

  public Optional<TaggedUnit> loadOf(String vehicle) {
    return first(unit -> unit.place() == Place.VEHICLE && unit.at().equals(vehicle))
        .map(UnitState::unit);
  }

  /** Lets time pass. {@code commandedOpen} tells of a point name whether its coil is on. */
  public void step(double dtS, Predicate<String> commandedOpen) {
    for (Portal portal : portals.values()) {
      portal.moveDoor(commandedOpen.test(portal.spec.doorOpen()), dtS);
      portal.advance(dtS).ifPresent(pass -> finish(portal, pass));
      if (portal.isReady()) {
        beginNextPass(portal);
      }
    }
    letNextUnitsStepUp();
    letEmptyTrucksLeave(dtS);
  }

  /** True while a door, a person or a truck moves. */
  public boolean isMoving(Predicate<String> commandedOpen) {
    return !trucks.isEmpty()
        || portals.values().stream()
            .anyMatch(p -> p.isBusy() || p.doorMoves(commandedOpen.test(p.spec.doorOpen())));
  }

  /** What people carry through a portal at this moment. */
  public Set<String> passing() {
    return portals.values().stream()
        .flatMap(portal -> portal.carried().stream())
        .collect(Collectors.toSet());
  }

  /** The tag of the next unit that is carried through this door gives no answer from then on. */
  public void nextTagDies(String dock) {
    dyingAt.add(portal(dock).spec.node());
  }

  /** False for a unit whose tag has died. */
  public boolean answers(TaggedUnit unit) {
    return !deadTags.contains(unit.sscc());
  }

  /** The tags that the named reader can hear now in doors. */
  public List<TagInField> tagsInField(String reader) {
    List<TagInField> heard = new ArrayList<>();
    for (Portal portal : portals.values()) {
      if (portal.spec.reader().equals(reader)) {
        for (Portal.Heard found : portal.heard()) {
          UnitState unit = units.get(found.sscc());
          if (unit != null && !deadTags.contains(found.sscc())) {
            heard.add(new TagInField(unit.unit().epcHex(), found.antenna(), found.rssiDbm()));
          }
        }
      }
    }
    return heard;
  }

  /** Sensor values by point name, for the PLC. */
  public Map<String, Boolean> sensors() {
    Map<String, Boolean> values = new LinkedHashMap<>();
    for (Portal portal : portals.values()) {
      PortalSpec spec = portal.spec;
      values.put(spec.eyeOuter(), portal.eyeOuterBlocked());
      values.put(spec.eyeInner(), portal.eyeInnerBlocked());
      values.put(spec.doorIsOpen(), portal.doorIsOpen());
      values.put(spec.doorIsClosed(), portal.doorIsClosed());
      values.put(spec.truckHere(), truckAt(spec));
    }
    return values;
  }

  // A swap body always stands at a dock for goods out.
  private boolean truckAt(PortalSpec spec) {
    return spec.flow() == Flow.OUTBOUND
        || trucks.stream().anyMatch(truck -> truck.dock().equals(spec.node()));
  }

  private void beginNextPass(Portal portal) {
    String node = portal.spec.node();
    boolean inwards = portal.spec.flow() == Flow.INBOUND;
    Optional<UnitState> next = oldest(Place.TRUCK, node);
    if (inwards && unitAt(node).isPresent()) {
      return;
    }
    if (!inwards && next.isEmpty()) {
      next = unitAt(node);
    }
    next.ifPresent(unit -> begin(portal, unit.sscc(), inwards));
  }

  private void begin(Portal portal, String sscc, boolean inwards) {
    if (dyingAt.remove(portal.spec.node())) {
      deadTags.add(sscc);
    }
    portal.begin(sscc, inwards);
  }

  private void finish(Portal portal, PassState pass) {
    UnitState unit = units.get(pass.sscc());
    if (unit == null) {
      return;
    }
    if (!pass.inwards()) {
      move(unit, Place.GONE, portal.spec.node());
    } else if (unitAt(portal.spec.node()).isEmpty()) {
      move(unit, Place.NODE, portal.spec.node());
    } else {
      move(unit, Place.QUEUED, portal.spec.node());
    }
  }

  private void letNextUnitsStepUp() {
    List<UnitState> waiting =
        units.values().stream()
            .filter(unit -> unit.place() == Place.QUEUED)
            .sorted(Comparator.comparingLong(UnitState::order))
            .toList();
    for (UnitState unit : waiting) {
      if (unitAt(unit.at()).isEmpty()) {
        move(unit, Place.NODE, unit.at());
      }
    }
  }

  private void letEmptyTrucksLeave(double dtS) {
    Set<String> docksSeen = new LinkedHashSet<>();
    List<TruckState> after = new ArrayList<>();
    for (TruckState truck : trucks) {
      boolean atTheDock = docksSeen.add(truck.dock());
      boolean empty = oldest(Place.TRUCK, truck.dock()).isEmpty();
      double leavesInS = atTheDock && empty ? truck.leavesInS() - dtS : truck.leavesInS();
      if (leavesInS > 0) {
        after.add(new TruckState(truck.dock(), truck.adviceId(), leavesInS));
      } else {
        changed = true;
      }
    }
    trucks.clear();
    trucks.addAll(after);
  }

  private static boolean carries(Portal portal, UnitState unit) {
    return portal.carried().filter(unit.sscc()::equals).isPresent();
  }

  private Portal portal(String node) {
    Portal portal = portals.get(node);
    if (portal == null) {
      throw new IllegalArgumentException("no dock door at '%s'".formatted(node));
    }
    return portal;
  }

  private Optional<UnitState> oldest(Place place, String at) {
    return units.values().stream()
        .filter(unit -> unit.place() == place && unit.at().equals(at))
        .min(Comparator.comparingLong(UnitState::order));
  }

  private Optional<UnitState> first(Predicate<UnitState> wanted) {
    return units.values().stream().filter(wanted).findFirst();
  }

  private void move(UnitState unit, Place place, String at) {
    put(unit.movedTo(place, at, ++order));
  }

  private void put(UnitState unit) {
    units.put(unit.sscc(), unit);
    changed = true;
    forgetOldest();
  }

  private void forgetOldest() {
    List<UnitState> gone =
        units.values().stream()
            .filter(unit -> unit.place() == Place.GONE)
            .sorted(Comparator.comparingLong(UnitState::order))
            .toList();
    gone.stream()
        .limit(Math.max(0, gone.size() - GONE_REMEMBERED))
        .forEach(
            unit -> {
              units.remove(unit.sscc());
              deadTags.remove(unit.sscc());
            });
  }
}
