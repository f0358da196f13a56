package dev.aisle.hmi.app.command;

import dev.aisle.device.rfid.pass.record.PassExplanation;
import dev.aisle.device.rfid.pass.record.PassRecord;
import dev.aisle.device.rfid.pass.record.Reason;
import dev.aisle.hmi.app.CannotStart;
import dev.aisle.hmi.app.command.Words.Misused;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.file.SiteBook;
import dev.aisle.hmi.app.site.file.SiteFile;
import dev.aisle.hmi.bridge.readpoint.DecidedPasses.Decided;
import dev.aisle.hmi.bridge.readpoint.Replay;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code rfid replay FOLDER}: decides a recording again, with the rules of then or with those of
 * another site, and compares; {@code --why} says why a tag was counted or not. Ends with 0 when the
 * same decisions come out, with 1 otherwise.
 */
final class RfidReplay {
  private static final int MOST_NAMED = 20;

  private final PrintStream out;
  private final JsonMapper json = JsonMapper.builder().build();

  RfidReplay(PrintStream out) {
    this.out = out;
  }

  int run(List<String> words) {
    Words options = new Words(words, Set.of("--site", "--why"), Set.of("--json"));
    if (options.rest().size() != 1) {
      throw new Misused("rfid replay takes the folder of one recording.");
    }
    Path folder = Path.of(options.rest().getFirst());
    if (!Files.isDirectory(folder)) {
      throw new Misused("There is no folder '%s'.".formatted(folder));
    }
    Path rules = options.text("--site").map(Path::of).orElse(folder);
    Optional<Site> site = site(rules);
    if (site.isEmpty()) {
      return CommandLine.FAILED;
    }
    try {
      Optional<String> tag = options.text("--why").map(epc -> epc.toUpperCase(Locale.ROOT));
      Map<Long, PassRecord> why = new LinkedHashMap<>();
      Replay.Comparison compared =
          Replay.of(
              folder,
              site.get(),
              pass -> {
                if (tag.filter(pass.epcHex()::equals).isPresent()) {
                  keep(pass, why);
                }
              });
      if (options.has("--json")) {
        Map<String, Object> report = report(compared);
        if (tag.isPresent()) {
          report.put("why", why.values().stream().map(RfidReplay::explained).toList());
        }
        out.println(json.writeValueAsString(report));
      } else {
        print(compared);
        tag.ifPresent(epc -> print(epc, why.values()));
      }
      return compared.equal() ? CommandLine.OK : CommandLine.FAILED;
    } catch (IOException e) {
      throw new CannotStart("%s cannot be read: %s.".formatted(folder, e.getMessage()), e);
    }
  }

  /** The latest; one that is decided anew replaces itself. */
  private static void keep(PassRecord pass, Map<Long, PassRecord> kept) {
    kept.put(pass.number(), pass);
    if (kept.size() > MOST_NAMED) {
      kept.remove(kept.keySet().iterator().next());
    }
  }

  private void print(String epc, Collection<PassRecord> passes) {
    if (passes.isEmpty()) {
      out.printf("%s was not heard%n", epc);
    }
    passes.forEach(pass -> out.printf("%s: %s%n", pass.first(), PassExplanation.of(pass)));
  }

  private static Map<String, Object> explained(PassRecord pass) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("readPoint", pass.readPoint());
    fields.put("first", pass.first().toString());
    fields.put("reads", pass.count());
    fields.put("counted", pass.verdict().counted());
    fields.put("direction", pass.verdict().direction().name());
    fields.put("reasons", pass.verdict().reasons().stream().map(RfidReplay::reason).toList());
    return fields;
  }

  private static Map<String, Object> reason(Reason reason) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("reason", reason.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    fields.put("against", reason.kind().against());
    fields.put("english", reason.english());
    fields.put("chinese", reason.chinese());
    return fields;
  }

  /** No device is opened here, so an address that only the environment knows may be missing. */
  private Optional<Site> site(Path rules) {
    try {
      SiteFile.Result result =
          SiteBook.open(rules, name -> System.getenv().getOrDefault(name, "127.0.0.1:1")).read();
      if (result.site().isEmpty()) {
        CheckSiteCommand.printFaults(rules.resolve(Site.FILE).toString(), result.faults(), out);
      }
      return result.site();
    } catch (IOException e) {
      throw new Misused(
          "There are no rules: '%s' has no %s; name a site with --site DIR."
              .formatted(rules, Site.FILE));
    }
  }

  private void print(Replay.Comparison compared) {
    out.printf(
        "%d events, %d decisions the same, %d only then, %d only now%n",
        compared.events(), compared.same(), compared.onlyThen().size(), compared.onlyNow().size());
    if (compared.tornFiles() > 0) {
      out.printf("%d files end in a damaged block%n", compared.tornFiles());
    }
    name("only then", compared.onlyThen());
    name("only now", compared.onlyNow());
  }

  private void name(String when, List<Decided> passes) {
    passes.stream()
        .limit(MOST_NAMED)
        .forEach(
            one ->
                out.printf(
                    "%s: %s %s %s %s%n",
                    when, one.first(), one.readPoint(), one.epcHex(), one.direction()));
  }

  private static Map<String, Object> report(Replay.Comparison compared) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("ok", compared.equal());
    report.put("events", compared.events());
    report.put("tornFiles", compared.tornFiles());
    report.put("same", compared.same());
    report.put("onlyThen", compared.onlyThen().stream().map(RfidReplay::fields).toList());
    report.put("onlyNow", compared.onlyNow().stream().map(RfidReplay::fields).toList());
    return report;
  }

  private static Map<String, Object> fields(Decided one) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("readPoint", one.readPoint());
    fields.put("epc", one.epcHex());
    fields.put("direction", one.direction().name());
    fields.put("first", one.first().toString());
    return fields;
  }
}
