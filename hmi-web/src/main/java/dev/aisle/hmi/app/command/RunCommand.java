package dev.aisle.hmi.app.command;

import dev.aisle.hmi.app.CannotStart;
import dev.aisle.hmi.app.RunOptions;
import dev.aisle.hmi.app.RunOptions.Operators;
import dev.aisle.hmi.app.command.Words.Misused;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.file.SiteBook;
import dev.aisle.hmi.app.site.file.SiteFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code demo} and {@code run}: from the words that were typed to a running site. */
final class RunCommand {
  private static final String DEMO_SITE = "/demo-site/site.yaml";
  private static final String DEMO_ID = "demo-dc";
  private static final int USUAL_PORT = 8080;

  /** Fast enough to see a pallet's whole way over a cup of tea; the screens say so. */
  private static final double DEMO_SPEED = 4;

  private static final double FASTEST = 30;
  private static final double LONGEST_SECONDS = 1_000_000;
  private static final Set<String> WITH_VALUE =
      Set.of("--port", "--address", "--data", "--seconds", "--speed", "--operators", "--site");

  private final PrintStream out;
  private final PrintStream err;

  RunCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  int demo(List<String> words) {
    Words options = new Words(words, WITH_VALUE, Set.of("--fresh"));
    if (options.text("--site").isPresent()) {
      throw new Misused(
          "The demonstration has its own site; use 'aisle run --site DIR' for another.");
    }
    SiteBook demo = demoSite(options);
    return run(
        options.has("--fresh") ? demo.unchanged() : demo,
        DEMO_SITE,
        options,
        Operators.AUTO,
        DEMO_SPEED);
  }

  int run(List<String> words) {
    Words options = new Words(words, WITH_VALUE, Set.of());
    Path folder =
        Path.of(
            options.text("--site").orElseThrow(() -> new Misused("run needs a site: --site DIR.")));
    String file = (Files.isDirectory(folder) ? folder.resolve(Site.FILE) : folder).toString();
    SiteBook book;
    try {
      book = SiteBook.open(folder, System::getenv);
    } catch (IOException e) {
      checked(file, SiteFile.read(folder));
      throw new CannotStart("The site cannot be read: %s.".formatted(e.getMessage()), e);
    }
    return run(book, file, options, Operators.PEOPLE, 1);
  }

  private int run(SiteBook book, String file, Words words, Operators usual, double usualSpeed) {
    Site site = checked(file, book.read());
    if (!words.rest().isEmpty()) {
      throw new Misused("'%s' is not understood here.".formatted(words.rest().getFirst()));
    }
    double speed = words.number("--speed", 0.1, FASTEST).orElse(usualSpeed);
    if (speed != 1.0 && !site.simulated()) {
      throw new Misused("Only a simulated site can run faster than the clock on the wall.");
    }
    RunOptions options =
        new RunOptions(
            words
                .text("--data")
                .map(Path::of)
                .orElse(usualData(site.id()))
                .toAbsolutePath()
                .normalize(),
            words.number("--port", 0, 65_535).map(Double::intValue).orElse(USUAL_PORT),
            words.text("--address").orElse("127.0.0.1"),
            words.has("--fresh"),
            speed,
            words.text("--operators").map(RunCommand::operators).orElse(usual),
            site.simulated(),
            words
                .number("--seconds", 1, LONGEST_SECONDS)
                .map(seconds -> Duration.ofMillis(Math.round(seconds * 1000))));
    return new SiteRun(site, book, options, out, err).run();
  }

  private static Operators operators(String word) {
    return switch (word) {
      case "auto" -> Operators.AUTO;
      case "people" -> Operators.PEOPLE;
      default -> throw new Misused("--operators takes auto or people, not '%s'.".formatted(word));
    };
  }

  /** Below the folder the program was built in, or below the current one. */
  static Path usualData(String site) {
    return Path.of(Optional.ofNullable(System.getenv("AISLE_HOME")).orElse("."))
        .resolve("data")
        .resolve(site);
  }

  private Site checked(String file, SiteFile.Result result) {
    return result
        .site()
        .orElseThrow(
            () -> {
              CheckSiteCommand.printFaults(file, result.faults(), err);
              return new CannotStart("The site has mistakes; nothing was started.");
            });
  }

  /** The demonstration's site comes with the program; its changes lie with its data. */
  private static SiteBook demoSite(Words options) {
    try (InputStream in = RunCommand.class.getResourceAsStream(DEMO_SITE)) {
      if (in == null) {
        throw new IllegalStateException("this build has no " + DEMO_SITE);
      }
      Path data = options.text("--data").map(Path::of).orElse(usualData(DEMO_ID));
      return SiteBook.of(
          new String(in.readAllBytes(), StandardCharsets.UTF_8),
          data.toAbsolutePath().normalize().resolve(Site.CHANGES),
          System::getenv);
    } catch (IOException e) {
      throw new CannotStart("The site cannot be read: %s.".formatted(e.getMessage()), e);
    }
  }
}
