package dev.aisle.hmi.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
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
      root.iteratorForAppenders().forEachRemaining(AisleMain::besideTheOutput);
    }
    System.exit(new CommandLine(System.in, System.out, System.err).run(List.of(args)));
  }

  /** The output of a command is for other programs to read; what is logged meanwhile is not. */
  private static void besideTheOutput(Appender<ILoggingEvent> appender) {
    if (appender instanceof ConsoleAppender<ILoggingEvent> console) {
      console.stop();
      console.setTarget("System.err");
      console.start();
    }
  }
}
