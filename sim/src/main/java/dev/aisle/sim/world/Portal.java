package dev.aisle.sim.world;

import dev.aisle.sim.world.FloorState.PassState;
import dev.aisle.sim.world.FloorState.PortalState;
import dev.aisle.sim.world.PortalSpec.Hangs;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One dock door: the door itself and the unit that people carry through it. Times are those of a
 * walking person with a pallet truck: eight seconds from the first eye to clear.
 */
final class Portal {
  static final double DOOR_TRAVEL_S = 3.0;
  static final double PASS_S = 8.0;
  private static final double PAUSE_BETWEEN_S = 2.0;
  private static final double FIRST_EYE_FROM_S = 0.5;
  private static final double FIRST_EYE_TO_S = 3.0;
  private static final double SECOND_EYE_FROM_S = 4.5;
  private static final double SECOND_EYE_TO_S = 7.0;
  private static final double FIELD_FROM_S = 1.0;
  private static final double FIELD_TO_S = 6.5;

  /** How long before and after the middle of the door a unit passes a line of antennas. */
  private static final double LINE_S = 1.5;

  /** A line looks across the way and hears less far along it than an antenna over the door. */
  private static final double LINE_HEARS_S = 2.25;

  /** The tag sits on one side of the load, and the antenna of the other side hears it less. */
  private static final int BEHIND_LOAD_DB = 5;

  private static final int PEAK_RSSI_DBM = -46;
  private static final int EDGE_RSSI_DBM = -68;

  final PortalSpec spec;
  private double doorOpenPart;
  private double pausedS;
  private @Nullable PassState pass;

  Portal(PortalSpec spec) {
    this.spec = spec;
  }

  /** A pass cut off by a restart begins again: people do not go on past a dark portal. */
  void restore(PortalState saved) {
    doorOpenPart = saved.doorOpenPart();
    pausedS = saved.pausedS();
    PassState cut = saved.pass();
    pass = cut == null ? null : new PassState(cut.sscc(), cut.inwards(), 0);
  }

  PortalState save() {
    return new PortalState(spec.node(), doorOpenPart, pausedS, pass);
  }

  void moveDoor(boolean commandedOpen, double dtS) {
    double travel = dtS / DOOR_TRAVEL_S;
    // light curtain of the door: never closes on somebody who passes
    boolean towardsOpen = commandedOpen || pass != null;
    doorOpenPart = Math.clamp(doorOpenPart + (towardsOpen ? travel : -travel), 0.0, 1.0);
  }

  boolean doorMoves(boolean commandedOpen) {
    return commandedOpen ? doorOpenPart < 1 : doorOpenPart > 0;
  }

  boolean doorIsOpen() {
    return doorOpenPart >= 1;
  }

  boolean doorIsClosed() {
    return doorOpenPart <= 0;
  }

  /** The unit that is carried through now. */
  Optional<String> carried() {
    return Optional.ofNullable(pass).map(PassState::sscc);
  }

  boolean isBusy() {
    return pass != null;
  }

  /** True when people stand ready to carry the next unit. */
  boolean isReady() {
    return pass == null && pausedS <= 0 && doorIsOpen();
  }

  void begin(String sscc, boolean inwards) {
    pass = new PassState(sscc, inwards, 0);
  }

  /** The finished pass, once. */
  Optional<PassState> advance(double dtS) {
    pausedS = Math.max(0, pausedS - dtS);
    PassState current = pass;
    if (current == null) {
      return Optional.empty();
    }
    PassState next = new PassState(current.sscc(), current.inwards(), current.elapsedS() + dtS);
    if (next.elapsedS() < PASS_S) {
      pass = next;
      return Optional.empty();
    }
    pass = null;
    pausedS = PAUSE_BETWEEN_S;
    return Optional.of(next);
  }

  void abandon(String sscc) {
    if (pass != null && pass.sscc().equals(sscc)) {
      pass = null;
    }
  }

  boolean eyeOuterBlocked() {
    return pass != null && (pass.inwards() ? firstEye(pass) : secondEye(pass));
  }

  boolean eyeInnerBlocked() {
    return pass != null && (pass.inwards() ? secondEye(pass) : firstEye(pass));
  }

  private static boolean firstEye(PassState pass) {
    return pass.elapsedS() >= FIRST_EYE_FROM_S && pass.elapsedS() < FIRST_EYE_TO_S;
  }

  private static boolean secondEye(PassState pass) {
    return pass.elapsedS() >= SECOND_EYE_FROM_S && pass.elapsedS() < SECOND_EYE_TO_S;
  }

  /** The unit in the field and how well each antenna hears it: best where it passes that. */
  List<Heard> heard() {
    PassState now = pass;
    if (now == null) {
      return List.of();
    }
    if (spec.antennas().isEmpty()) {
      OptionalInt dbm = dbm(Hangs.MIDDLE, now);
      return dbm.isPresent()
          ? List.of(new Heard(now.sscc(), OptionalInt.empty(), dbm.getAsInt()))
          : List.of();
    }
    List<Heard> heard = new ArrayList<>();
    Map<Hangs, Integer> inLine = new EnumMap<>(Hangs.class);
    spec.antennas()
        .forEach(
            (number, hangs) -> {
              boolean right = inLine.merge(hangs, 1, Integer::sum) % 2 == 0;
              OptionalInt dbm = dbm(hangs, now);
              if (dbm.isPresent()) {
                boolean behind = hangs != Hangs.MIDDLE && right != tagIsRight(now.sscc());
                int rssi = dbm.getAsInt() - (behind ? BEHIND_LOAD_DB : 0);
                heard.add(new Heard(now.sscc(), OptionalInt.of(number), rssi));
              }
            });
    return heard;
  }

  /** On half of the loads, and always the same ones. */
  private static boolean tagIsRight(String sscc) {
    return sscc.hashCode() % 2 == 0;
  }

  private static OptionalInt dbm(Hangs hangs, PassState pass) {
    double middle = (FIELD_FROM_S + FIELD_TO_S) / 2;
    boolean first = (hangs == Hangs.OUTER) == pass.inwards();
    double at = hangs == Hangs.MIDDLE ? middle : middle + (first ? -LINE_S : LINE_S);
    double reach = hangs == Hangs.MIDDLE ? middle - FIELD_FROM_S : LINE_HEARS_S;
    double off = Math.abs(pass.elapsedS() - at) / reach;
    return off > 1
        ? OptionalInt.empty()
        : OptionalInt.of((int) Math.round(PEAK_RSSI_DBM + off * (EDGE_RSSI_DBM - PEAK_RSSI_DBM)));
  }

  /**
   * @param antenna empty for every antenna of the reader
   */
  record Heard(String sscc, OptionalInt antenna, int rssiDbm) {}
}
