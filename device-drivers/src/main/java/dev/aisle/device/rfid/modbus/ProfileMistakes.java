package dev.aisle.device.rfid.modbus;

import java.util.List;
import java.util.stream.Collectors;

/** A profile that cannot be used, with everything that is wrong in it. */
public final class ProfileMistakes extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<ProfileFault> faults;

  public ProfileMistakes(String profile, List<ProfileFault> faults) {
    super(
        faults.stream()
            .map(ProfileFault::toString)
            .collect(Collectors.joining("; ", "profile " + profile + ": ", "")));
    this.faults = List.copyOf(faults);
  }

  /** In the order of their lines. */
  public List<ProfileFault> faults() {
    return faults;
  }
}
