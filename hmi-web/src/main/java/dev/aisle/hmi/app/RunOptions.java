package dev.aisle.hmi.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How this run was asked for on the command line.
 *
 * @param dataDir everything this program writes is below this folder
 * @param port of the web application; 0 takes any free one
 * @param address the web application listens on; {@code 0.0.0.0} for every one of this machine
 * @param fresh the data folder was emptied before the start
 * @param speed how many times faster than a clock on the wall the simulated world runs
 * @param simulated parts of the floor are played by the simulator
 * @param runFor ends by itself after this long
 */
public record RunOptions(
    Path dataDir,
    int port,
    String address,
    boolean fresh,
    double speed,
    Operators operators,
    boolean simulated,
    Optional<Duration> runFor) {

  /** Who presses the buttons at the stations. */
  public enum Operators {
    /** Simulated people confirm what the screens ask for. */
    AUTO,
    /** The screens wait for real people. */
    PEOPLE
  }

  public RunOptions {
    if (!(speed > 0 && speed <= 30)) {
      throw new IllegalArgumentException("speed must be above 0 and at most 30: " + speed);
    }
  }

  public static RunOptions in(Path dataDir) {
    return new RunOptions(
        dataDir, 8080, "127.0.0.1", false, 1, Operators.PEOPLE, false, Optional.empty());
  }

  /** Secrets made by this program, readable by its user only. */
  public Path secrets() {
    return dataDir.resolve("secrets");
  }

  /** Device files of the simulator and locks; worthless after a restart. */
  public Path runtime() {
    return dataDir.resolve("run");
  }
}
