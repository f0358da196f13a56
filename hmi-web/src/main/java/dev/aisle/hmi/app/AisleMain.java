package dev.aisle.hmi.app;

import dev.aisle.hmi.app.command.CommandLine;
import java.util.List;

/** The one entry of the program; {@code ./aisle} calls it with the words that were typed. */
public final class AisleMain {
  private AisleMain() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(System.in, System.out, System.err).run(List.of(args)));
  }
}
