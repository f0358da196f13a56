package dev.aisle.sim.plc.machine;

import java.util.ArrayList;
import java.util.List;

/**
 * A belt with a photo-eye near its end. Parcels are put on at its start and leave at its end; they
 * do not push each other.
 */
public final class SimulatedConveyor implements SimulatedMachine {
  private static final int MOST_PARCELS = 100;

  private final String run;
  private final String fault;
  private final String eye;
  private final double lengthM;
  private final double eyeAtM;
  private final double speedMps;
  private final List<Parcel> parcels = new ArrayList<>();
  private boolean jam;
  private boolean tripped;
  private long delivered;

  private static final class Parcel {
    private final double lengthM;
    private double frontM;

    Parcel(double lengthM) {
      this.lengthM = lengthM;
    }

    boolean covers(double atM) {
      return frontM >= atM && frontM - lengthM <= atM;
    }
  }

  /**
   * @param run output
   * @param fault input
   * @param eye input, true while blocked
   */
  public SimulatedConveyor(
      String run, String fault, String eye, double lengthM, double eyeAtM, double speedMps) {
    this.run = run;
    this.fault = fault;
    this.eye = eye;
    this.lengthM = lengthM;
    this.eyeAtM = eyeAtM;
    this.speedMps = speedMps;
  }

  /** False when the belt is full. */
  public synchronized boolean put(double parcelLengthM) {
    return parcels.size() < MOST_PARCELS && parcels.add(new Parcel(parcelLengthM));
  }

  /** What comes to the eye gets stuck there although the belt runs. */
  public synchronized void jam() {
    jam = true;
  }

  /** Somebody takes away what is stuck. */
  public synchronized void clearJam() {
    jam = false;
    parcels.removeIf(parcel -> parcel.covers(eyeAtM));
  }

  /** The motor protection trips, or is reset. */
  public synchronized void driveFault(boolean on) {
    tripped = on;
  }

  /** Parcels that left at the end. */
  public synchronized long delivered() {
    return delivered;
  }

  @Override
  public synchronized void step(double seconds, Wires wires) {
    if (wires.on(run) && !tripped) {
      for (Parcel parcel : parcels) {
        boolean stuck = jam && parcel.covers(eyeAtM);
        parcel.frontM += stuck ? 0 : speedMps * seconds;
      }
      int before = parcels.size();
      parcels.removeIf(parcel -> parcel.frontM - parcel.lengthM > lengthM);
      delivered += before - parcels.size();
    }
    wires.sense(fault, tripped);
    wires.sense(eye, parcels.stream().anyMatch(parcel -> parcel.covers(eyeAtM)));
  }
}
