package dev.aisle.hmi.app;

import ch.qos.logback.classic.Level;
import dev.aisle.hmi.app.command.CommandLine;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one entry of the program; {@code ./aisle} calls it with the words that were typed. */
public final class AisleMain {
  private AisleMain() {}

  public static void main(String[] args) {
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)
        instanceof ch.qos.logback.classic.Logger root) {
      root.setLevel(Level.WARN); // until the application sets up its logs
    }
    System.exit(new CommandLine(System.in, System.out, System.err).run(List.of(args)));
  }
}
