package dev.aisle.hmi.bridge.device.running;

import dev.aisle.device.link.DeviceHealth;
import dev.aisle.device.link.DeviceTrouble;
import dev.aisle.device.link.Ne107;
import dev.aisle.hmi.live.device.DeviceTest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is wrong with a device, as a word that screens translate. What drivers say to technicians,
 * in English, goes along as the detail.
 *
 * @param params values for the translated sentence; {@code device} is always there
 */
public record Trouble(String code, Map<String, String> params, String detail) {

  public static Optional<Trouble> of(DeviceHealth health) {
    if (health.why().isEmpty()) {
      return health.signal() == Ne107.OK
          ? Optional.empty()
          : Optional.of(new Trouble("not-yet-heard", Map.of("device", health.device()), ""));
    }
    DeviceTrouble why = health.why().get();
    Map<String, String> params = new HashMap<>(why.values());
    params.put("device", health.device());
    return Optional.of(new Trouble(why.kind().word(), params, why.detail()));
  }

  /** A trouble that only a test can meet. */
  public static Trouble met(String code, Map<String, String> params, String detail) {
    return new Trouble(code, params, detail);
  }

  /** What came of a test. */
  public static DeviceTest.Outcome outcome(
      DeviceTest.Verdict verdict, Map<String, Object> found, Optional<Trouble> why) {
    return new DeviceTest.Outcome(
        verdict,
        found,
        why.map(Trouble::code).orElse(null),
        why.map(Trouble::params).orElse(Map.of()),
        why.map(Trouble::detail).filter(said -> !said.isEmpty()).orElse(null));
  }
}
