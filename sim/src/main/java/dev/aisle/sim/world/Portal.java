package dev.aisle.sim.world;

import dev.aisle.sim.world.FloorState.PassState;
import dev.aisle.sim.world.FloorState.PortalState;
import java.util.Optional;
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

  /** The unit in the field and how well it is heard: strongest half way. */
  Optional<Heard> heard() {
    if (pass == null || pass.elapsedS() < FIELD_FROM_S || pass.elapsedS() > FIELD_TO_S) {
      return Optional.empty();
    }
    double middle = (FIELD_FROM_S + FIELD_TO_S) / 2;
    double off = Math.abs(pass.elapsedS() - middle) / (middle - FIELD_FROM_S);
    return Optional.of(
        new Heard(
            pass.sscc(), (int) Math.round(PEAK_RSSI_DBM + off * (EDGE_RSSI_DBM - PEAK_RSSI_DBM))));
  }

  record Heard(String sscc, int rssiDbm) {}
}
