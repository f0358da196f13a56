package dev.aisle.hmi.bridge.device.running;

import dev.aisle.device.link.DeviceHealth;
import dev.aisle.device.link.LineDevice;
import dev.aisle.device.link.LinkState;
import dev.aisle.device.link.Ne107;
import dev.aisle.device.link.ProbeResult;
import dev.aisle.device.link.TroubleKind;
import dev.aisle.hmi.app.site.SiteDevice;
import dev.aisle.hmi.bridge.device.telegram.TelegramLog;
import dev.aisle.hmi.live.device.DeviceDetails;
import dev.aisle.hmi.live.device.DeviceStatus.DeviceKind;
import dev.aisle.hmi.live.device.DeviceTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One device of the site with its driver. It keeps itself working on a thread of its own; nothing
 * here throws for what a device does.
 */
public interface RunningDevice extends LineDevice {
  /** What the site says of it. */
  SiteDevice entry();

  @Override
  default String name() {
    return entry().name();
  }

  DeviceKind kind();

  /** The units of a Modbus line that it talks to; empty when it is on no such line. */
  default List<LineUnit> units() {
    return List.of();
  }

  /** What is special about this kind of device. */
  DeviceDetails.Special special(Instant now);

  /** What goes over its wire; empty where the driver does not tell. */
  TelegramLog telegrams();

  /**
   * What else a technician wants to know when the device works, by names that screens translate.
   */
  Map<String, Object> found();

  /** The driver's proof that it works, with what is known about it. Waits, bounded. */
  default DeviceTest.Outcome test() {
    ProbeResult probe = probe();
    DeviceHealth health = health();
    Optional<Trouble> trouble = Trouble.of(health);
    return switch (probe) {
      case ProbeResult.Works works ->
          Trouble.outcome(
              health.signal() == Ne107.OK
                  ? DeviceTest.Verdict.ANSWERED
                  : DeviceTest.Verdict.COMPLAINS,
              found(),
              trouble);
      case ProbeResult.Fails fails ->
          Trouble.outcome(
              health.link() == LinkState.UP
                  ? DeviceTest.Verdict.SILENT
                  : DeviceTest.Verdict.NOT_CONNECTED,
              found(),
              Optional.of(
                  trouble
                      .map(known -> Trouble.met(known.code(), known.params(), fails.why()))
                      .orElse(
                          Trouble.met(
                              TroubleKind.NO_ANSWER.word(),
                              Map.of("device", name()),
                              fails.why()))));
      case ProbeResult.Unknown unknown -> throw new IllegalStateException("no driver of " + name());
    };
  }

  /** Stops; it is not opened again. */
  @Override
  void close();
}
