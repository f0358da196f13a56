package dev.aisle.hmi.app;

import java.io.PrintStream;

/** Finds the command that was typed and turns its outcome into an exit code. */
final class CommandLine {
  static final int OK = 0;
  static final int FAILED = 1;
  static final int MISUSED = 2;

  private static final String USAGE =
      """
      usage: aisle COMMAND
        demo            runs the demonstration site on simulated hardware
        run --site DIR  runs a site
        check-site DIR  checks a site file
      """;

  private CommandLine() {}

  static int run(String[] args, PrintStream out, PrintStream err) {
    if (args.length == 0) {
      err.print(USAGE);
      return MISUSED;
    }
    err.println("There is no command '%s'.".formatted(args[0]));
    err.print(USAGE);
    return MISUSED;
  }
}
