package dev.aisle.hmi.app.kills;

import dev.aisle.hmi.app.Secrets;
import dev.aisle.hmi.app.broker.BrokerAccount;
import dev.aisle.hmi.app.broker.MosquittoFiles;
import dev.aisle.hmi.app.database.PostgresServer;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.SiteBroker;
import dev.aisle.hmi.app.site.file.SiteFile;
import dev.aisle.sim.bench.Bench;
import dev.aisle.sim.bench.BenchOptions;
import dev.aisle.sim.bench.Figure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The demonstration with a mosquitto and a database of its own, under way with vehicles of all
 * versions. The program and the broker are killed (SIGKILL) at seeded moments while vehicles drive;
 * each time it is measured how long until an order goes out and a vehicle drives again. At the end
 * every transport must have been carried out once.
 */
public final class KillsBench implements Bench {
  private static final double NORMAL_WITHIN_MS = 30_000;
  private static final long GIVEN_UP_S = 180;
  private static final long TO_END_S = 900;
  private static final long LOOK_S = 2;
  private static final long END_S = 120;
  private static final String DEMO_SITE = "/demo-site/site.yaml";

  private enum Kind {
    APP,
    BROKER
  }

  /** One kill. */
  private record Kill(Kind kind, Optional<Long> workMs) {}

  @Override
  public String name() {
    return "kills";
  }

  @Override
  public String about() {
    return "program and broker killed mid-operation; --app N --broker N --seed S --speed N";
  }

  @Override
  public Map<String, Object> run(Map<String, String> typed, Consumer<String> progress)
      throws Exception {
    BenchOptions options = new BenchOptions(typed, Set.of("app", "broker", "seed", "speed"));
    List<Kind> order = new ArrayList<>();
    order.addAll(Collections.nCopies((int) options.number("app", 100, 0, 10_000), Kind.APP));
    order.addAll(Collections.nCopies((int) options.number("broker", 20, 0, 10_000), Kind.BROKER));
    Random random = new Random(options.number("seed", 1, 0, Long.MAX_VALUE));
    Collections.shuffle(order, random);
    Path folder = Files.createTempDirectory("aisle-kills");
    progress.accept("%d kills in %s".formatted(order.size(), folder));
    return new Run(folder, random, options.number("speed", 8, 1, 30), progress).run(order);
  }

  /** Everything that runs for one measurement. */
  private static final class Run {
    private final Path folder;
    private final Random random;
    private final long speed;
    private final Consumer<String> progress;

    Run(Path folder, Random random, long speed, Consumer<String> progress) {
      this.folder = folder;
      this.random = random;
      this.speed = speed;
      this.progress = progress;
    }

    Map<String, Object> run(List<Kind> order) throws Exception {
      Secrets secrets = new Secrets(folder.resolve("secrets"));
      String listens = UUID.randomUUID().toString();
      try (PostgresServer database = PostgresServer.start(folder.resolve("database"), secrets)) {
        TransportBook book =
            new TransportBook(database.jdbcUrl(), database.user(), database.password());
        SiteBroker.Elsewhere elsewhere =
            new SiteBroker.Elsewhere(
                "tcp://127.0.0.1:" + MosquittoProcess.freePort(), "aisle", listens);
        Path site = site(database, elsewhere);
        try (MosquittoProcess broker =
                MosquittoProcess.start(
                    Files.createDirectories(folder.resolve("broker")),
                    URI.create(elsewhere.uri()).getPort(),
                    accounts(site, elsewhere, secrets, listens));
            KilledProgram program =
                new KilledProgram(
                    List.of(
                        "run",
                        "--site",
                        site.toString(),
                        "--data",
                        folder.resolve("data").toString(),
                        "--port",
                        "0",
                        "--operators",
                        "auto",
                        "--speed",
                        Long.toString(speed)),
                    folder.resolve("program.log"));
            WorkEar ear = new WorkEar(broker.uri(), listens)) {
          return measure(order, program, broker, ear, book);
        }
      }
    }

    private Map<String, Object> measure(
        List<Kind> order,
        KilledProgram program,
        MosquittoProcess broker,
        WorkEar ear,
        TransportBook book)
        throws Exception {
      if (ear.workMsAfter(System.nanoTime(), GIVEN_UP_S).isEmpty()) {
        throw new IOException("no vehicle began to work; see " + folder);
      }
      List<Kill> kills = new ArrayList<>();
      for (Kind kind : order) {
        TimeUnit.MILLISECONDS.sleep(random.nextLong(1_000, 6_000));
        long killed = System.nanoTime();
        switch (kind) {
          case APP -> {
            program.kill();
            program.startAgain();
          }
          case BROKER -> {
            broker.kill();
            broker.startAgain();
          }
        }
        Kill kill = new Kill(kind, ear.workMsAfter(killed, GIVEN_UP_S));
        kills.add(kill);
        progress.accept(
            "%d %s: at work after %s"
                .formatted(
                    kills.size(), kind, kill.workMs.map(ms -> ms + " ms").orElse("too long")));
      }
      Instant last = Clock.systemUTC().instant();
      List<String> unended = unended(book, last);
      boolean well = program.runs() && program.endsWell(END_S);
      return report(kills, book, unended, well);
    }

    /** Waits until every transport that was asked for before the last kill has ended. */
    private List<String> unended(TransportBook book, Instant last)
        throws SQLException, InterruptedException {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TO_END_S);
      List<String> open = book.open(last);
      while (!open.isEmpty() && System.nanoTime() < end) {
        TimeUnit.SECONDS.sleep(LOOK_S);
        open = book.open(last);
      }
      return open;
    }

    private Map<String, Object> report(
        List<Kill> kills, TransportBook book, List<String> unended, boolean well)
        throws SQLException {
      List<String> twice = book.twice();
      List<String> lost = new ArrayList<>(unended);
      lost.addAll(book.failed());
      lost.addAll(book.unposted());
      List<Figure> figures = new ArrayList<>();
      for (Kind kind : Kind.values()) {
        List<Kill> of = kills.stream().filter(kill -> kill.kind == kind).toList();
        if (!of.isEmpty()) {
          figures.add(times(kind, of));
        }
      }
      figures.add(
          new Figure(
              "transports lost",
              lost.size(),
              "",
              0,
              false,
              Map.of("delivered", (double) book.delivered())));
      figures.add(new Figure("transports carried out twice", twice.size(), "", 0, false, Map.of()));
      figures.add(
          new Figure("standing checks broken at the end", well ? 0 : 1, "", 0, false, Map.of()));
      Map<String, Object> report = Figure.report(figures);
      List<String> why = new ArrayList<>(lost);
      why.addAll(twice);
      report.put("why", why);
      report.put("folder", folder.toString());
      return report;
    }

    private static Figure times(Kind kind, List<Kill> kills) {
      long[] ms =
          kills.stream().mapToLong(kill -> kill.workMs.orElse(Long.MAX_VALUE)).sorted().toArray();
      return new Figure(
          kind == Kind.APP
              ? "program killed until vehicles work, longest"
              : "broker killed until vehicles work, longest",
          ms[ms.length - 1],
          "ms",
          NORMAL_WITHIN_MS,
          false,
          Map.of("kills", (double) ms.length, "p50", (double) ms[ms.length / 2]));
    }

    private static List<BrokerAccount> accounts(
        Path site, SiteBroker.Elsewhere elsewhere, Secrets secrets, String listens) {
      List<BrokerAccount> accounts =
          new ArrayList<>(
              MosquittoFiles.accounts(
                  SiteFile.read(site).site().orElseThrow(), elsewhere, secrets));
      accounts.add(WorkEar.account(listens));
      return accounts;
    }

    /** The demonstration's own site, with that database and that broker. */
    private Path site(PostgresServer database, SiteBroker.Elsewhere broker) throws IOException {
      Path site = Files.createDirectories(folder.resolve("site"));
      try (InputStream in = KillsBench.class.getResourceAsStream(DEMO_SITE)) {
        if (in == null) {
          throw new IllegalStateException("this build has no " + DEMO_SITE);
        }
        Files.writeString(
            site.resolve(Site.FILE),
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                + """

                database: {url: "%s", user: "%s", password: "%s"}
                broker: {uri: "%s", user: "%s", password: "%s"}
                """
                    .formatted(
                        database.jdbcUrl(),
                        database.user(),
                        database.password(),
                        broker.uri(),
                        broker.user(),
                        broker.password()));
      }
      return site;
    }
  }
}
