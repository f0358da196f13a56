package dev.aisle.hmi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.hmi.app.AisleServer;
import dev.aisle.hmi.app.RunOptions;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.file.SiteBook;
import dev.aisle.hmi.app.site.file.SiteFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The whole program in the test's own process, with its hardware played by the simulator. */
public final class ProgramHere {
  private final String siteFile;
  private double speed = 1;
  private RunOptions.Operators operators = RunOptions.Operators.PEOPLE;
  private boolean simulated = true;

  private ProgramHere(String siteFile) {
    this.siteFile = siteFile;
  }

  /** A program worked by people, at the pace of the wall clock. */
  public static ProgramHere of(String siteFile) {
    return new ProgramHere(siteFile);
  }

  /** How many times as fast as the wall the simulated world goes. */
  public ProgramHere speed(double times) {
    this.speed = times;
    return this;
  }

  /** Simulated people confirm what the screens ask for. */
  public ProgramHere workedByItself() {
    this.operators = RunOptions.Operators.AUTO;
    return this;
  }

  /** Its hardware is somewhere else. */
  public ProgramHere withoutSimulator() {
    this.simulated = false;
    return this;
  }

  /**
   * Starts it at a free port of this machine.
   *
   * @param folder of its changed devices; what it stores is under {@link #data} of it
   */
  public AisleServer start(Path folder) throws IOException {
    SiteBook book = SiteBook.of(siteFile, folder.resolve(Site.CHANGES), System::getenv);
    SiteFile.Result read = book.read();
    assertThat(read.faults()).isEmpty();
    PreparedDatabase.into(data(folder));
    return AisleServer.start(read.site().orElseThrow(), book, options(data(folder)));
  }

  public static Path data(Path folder) {
    return folder.resolve("data");
  }

  RunOptions options(Path data) {
    return new RunOptions(
        data, 0, "127.0.0.1", false, speed, operators, simulated, Optional.empty());
  }
}
