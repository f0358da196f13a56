package dev.aisle.device.plc.plan;

import dev.aisle.device.plc.PlcWiring;
import dev.aisle.device.plc.machine.MachineSpec;
import dev.aisle.device.setting.SettingMistake;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that makes a controller what it is on this site, apart from its address. */
public record PlcPlan(PlcWiring wiring, List<MachineSpec> machines) {
  public PlcPlan {
    machines = List.copyOf(machines);
  }

  /**
   * A controller as its part of the site file has it; every map from key to text.
   *
   * @param profile of {@link PlcProfile#names}
   * @param model how the module's name must begin, for example {@code 6050}; needs a profile that
   *     knows where it is
   * @param unit Modbus unit id; empty for the profile's, or 1
   * @param poll for example {@code 25 ms}
   * @param points name → {@code coil 3}, or with a profile {@code do 3}
   * @param allow name → {@code on, off} or {@code 0 to 1500 every 2 s}; when empty, every output
   *     that is not a number may be on or off
   * @param safe name → {@code off} or a number
   * @param watchdog {@code heartbeat} → {@code holding 99 every 1 s}
   * @param machines name → {@code is} and the settings of that kind, see {@link MachineSpec#of}
   */
  public record Source(
      Optional<String> profile,
      Optional<String> model,
      Optional<Integer> unit,
      Optional<String> poll,
      Map<String, String> points,
      Map<String, String> allow,
      Map<String, String> safe,
      Map<String, String> watchdog,
      Map<String, Map<String, String>> machines) {}

  /**
   * What is wrong with a source.
   *
   * @param path keys from the controller down, for example {@code points}, {@code gate-1.open}
   */
  public record Mistake(List<String> path, SettingMistake what) {}

  /** The plan, or all that is wrong. */
  public record Outcome(Optional<PlcPlan> plan, List<Mistake> mistakes) {}

  /** Reads all of it and reports all mistakes together. Never throws. */
  public static Outcome read(Source source) {
    return new PlcPlanReader(source).read();
  }
}
