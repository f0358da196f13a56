package dev.aisle.hmi.app;

/** The one entry of the program; {@code ./aisle} calls it with the words that were typed. */
public final class AisleMain {
  private AisleMain() {}

  public static void main(String[] args) {
    System.exit(CommandLine.run(args, System.out, System.err));
  }
}
