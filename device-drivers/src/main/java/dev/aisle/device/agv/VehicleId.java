package dev.aisle.device.agv;

/** Name of a vehicle as painted on it, for example {@code AGV-01}. */
public record VehicleId(String value) implements Comparable<VehicleId> {
  public VehicleId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a vehicle needs a name");
    }
  }

  /** Names of a fleet differ in their last letters only; their own codes fall together in maps. */
  @Override
  public int hashCode() {
    return value.hashCode() * 0x9E3779B9;
  }

  @Override
  public int compareTo(VehicleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
