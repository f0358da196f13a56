package dev.aisle.hmi.app.command;

import dev.aisle.hmi.app.AisleServer;
import dev.aisle.hmi.app.CannotStart;
import dev.aisle.hmi.app.RunOptions;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.file.SiteBook;
import dev.aisle.hmi.security.FirstRun;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * One run of a site from start to end: says where to find it, waits for the time to be over or for
 * Ctrl-C, and ends with a summary whose verdict is the exit code.
 */
final class SiteRun {
  private static final Duration END_WITHIN = Duration.ofSeconds(30);

  private final Site site;
  private final SiteBook book;
  private final RunOptions options;
  private final PrintStream out;
  private final PrintStream err;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile int exitCode = CommandLine.FAILED;

  SiteRun(Site site, SiteBook book, RunOptions options, PrintStream out, PrintStream err) {
    this.site = site;
    this.book = book;
    this.options = options;
    this.out = out;
    this.err = err;
  }

  int run() {
    Thread onSignal = new Thread(this::endOnSignal, "end-on-signal");
    Runtime.getRuntime().addShutdownHook(onSignal);
    try {
      out.println("Starting site %s in %s …".formatted(site.id(), options.dataDir()));
      try (AisleServer server = AisleServer.start(site, book, options)) {
        greet(server);
        await();
        out.println("Ending …");
        exitCode =
            new RunSummary(server.context()).print(out) ? CommandLine.OK : CommandLine.FAILED;
      }
      out.println(exitCode == CommandLine.OK ? "Ended." : "Ended, and not all is well.");
    } catch (CannotStart e) {
      throw e;
    } catch (RuntimeException e) {
      LoggerFactory.getLogger(SiteRun.class).error("The run broke", e);
      err.println(
          "Aisle broke: %s. Details are in %s."
              .formatted(e.getMessage(), options.dataDir().resolve("logs").resolve("aisle.json")));
    } finally {
      out.flush();
      ended.countDown();
    }
    return exitCode;
  }

  private void greet(AisleServer server) {
    String host = options.address().equals("0.0.0.0") ? "localhost" : options.address();
    out.println("Aisle is ready: http://%s:%d".formatted(host, server.port()));
    List<FirstRun.FirstSignIn> first =
        server.context().getBeanProvider(FirstRun.class).stream()
            .flatMap(firstRun -> firstRun.takeOnce().stream())
            .toList();
    if (!first.isEmpty()) {
      out.println("Sign in with one of these; the passwords are shown only now:");
      for (FirstRun.FirstSignIn signIn : first) {
        out.println("  %-12s %s".formatted(signIn.username(), signIn.password()));
      }
    }
    if (options.simulated()) {
      out.println(
          "Hardware is simulated, the world runs at %s times the wall clock, stations are worked by %s."
              .formatted(
                  plain(options.speed()),
                  options.operators() == RunOptions.Operators.AUTO ? "simulated people" : "you"));
    }
    out.println(
        options
            .runFor()
            .map(time -> "It ends by itself after %d s.".formatted(time.toSeconds()))
            .orElse("Ctrl-C ends it; what is in stock stays."));
    out.flush();
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private void await() {
    try {
      if (options.runFor().isPresent()) {
        boolean stoppedEarly = stop.await(options.runFor().get().toMillis(), TimeUnit.MILLISECONDS);
        if (stoppedEarly) {
          out.println("Stopped before its time.");
        }
      } else {
        stop.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs when the process is told to end; the ordinary way out finds the run ended already. */
  private void endOnSignal() {
    if (ended.getCount() == 0) {
      return;
    }
    stop.countDown();
    try {
      if (ended.await(END_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        Runtime.getRuntime().halt(exitCode);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
