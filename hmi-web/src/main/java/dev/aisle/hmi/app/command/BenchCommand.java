package dev.aisle.hmi.app.command;

import dev.aisle.hmi.app.CannotStart;
import dev.aisle.hmi.app.command.Words.Misused;
import dev.aisle.hmi.app.kills.KillsBench;
import dev.aisle.sim.bench.Bench;
import dev.aisle.sim.bench.Benches;
import dev.aisle.sim.bench.fleet.WireBench;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code bench NAME}: measures, and says whether the goals are met. Figures as JSON on standard
 * output, progress on standard error; ends with 1 when a goal is missed. Without a name it lists
 * what there is.
 */
final class BenchCommand {
  private static final String JSON = "json";

  private final PrintStream out;
  private final PrintStream err;
  private final JsonMapper json = JsonMapper.builder().build();

  BenchCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  int run(List<String> words) {
    if (words.isEmpty()) {
      all().forEach(bench -> out.printf("%-15s %s%n", bench.name(), bench.about()));
      return CommandLine.OK;
    }
    String name = words.getFirst();
    Bench bench =
        all().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new Misused("There is no measurement '%s'.".formatted(name)));
    Map<String, String> options = options(words.subList(1, words.size()));
    String file = options.remove(JSON);
    Map<String, Object> figures = measured(bench, options);
    Map<String, Object> report = new LinkedHashMap<>();
    if (!bench.figuresOnly()) {
      report.put("bench", bench.name());
    }
    report.putAll(figures);
    String text = json.writeValueAsString(report);
    out.println(text);
    if (file != null) {
      write(Path.of(file), text);
    }
    return bench.met(figures) ? CommandLine.OK : CommandLine.FAILED;
  }

  private static List<Bench> all() {
    List<Bench> all = new ArrayList<>(Benches.all());
    all.add(new WireBench(WireSurroundings::new));
    all.add(new KillsBench());
    return all;
  }

  /** Each measurement knows its own options, so here any is taken. */
  private static Map<String, String> options(List<String> words) {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i < words.size(); i += 2) {
      if (!words.get(i).startsWith("--") || i + 1 == words.size()) {
        throw new Misused("'%s' is no option with a value.".formatted(words.get(i)));
      }
      options.put(words.get(i).substring(2), words.get(i + 1));
    }
    return options;
  }

  private Map<String, Object> measured(Bench bench, Map<String, String> options) {
    try {
      return bench.run(options, err::println);
    } catch (IllegalArgumentException e) {
      throw new Misused(String.valueOf(e.getMessage()));
    } catch (Exception e) {
      throw new CannotStart(
          "The measurement %s failed: %s.".formatted(bench.name(), e.getMessage()), e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text + System.lineSeparator(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new CannotStart("%s cannot be written: %s.".formatted(file, e.getMessage()), e);
    }
  }
}
