package dev.aisle.hmi.app.command;

import dev.aisle.hmi.app.RunTally;
import dev.aisle.hmi.app.standing.StandingChecks;
import java.io.PrintStream;
import org.springframework.context.ApplicationContext;

/** What a run did, and whether everything that must hold does. */
final class RunSummary {
  private final ApplicationContext context;

  RunSummary(ApplicationContext context) {
    this.context = context;
  }

  /** Prints the summary; returns whether every invariant held. */
  boolean print(PrintStream out) {
    context.getBeanProvider(RunTally.class).stream()
        .findFirst()
        .ifPresent(tally -> counts(tally, out));
    boolean allHeld = true;
    for (StandingChecks.Result result : context.getBean(StandingChecks.class).checkAll()) {
      allHeld &= result.held();
      out.println(
          "  %-4s %-6s %s%s"
              .formatted(
                  result.id(),
                  result.held() ? "held" : "BROKEN",
                  result.name(),
                  result.held() ? "" : ": " + result.detail()));
    }
    return allHeld;
  }

  private static void counts(RunTally tally, PrintStream out) {
    tally.counts().forEach((what, count) -> out.println("  %-24s %d".formatted(what, count)));
  }
}
