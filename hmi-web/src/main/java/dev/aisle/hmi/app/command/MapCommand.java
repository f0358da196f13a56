package dev.aisle.hmi.app.command;

import dev.aisle.agv.exchange.Finding;
import dev.aisle.agv.exchange.FloorPlan;
import dev.aisle.agv.exchange.Imported;
import dev.aisle.agv.exchange.lif.LifReader;
import dev.aisle.agv.exchange.lif.LifWriter;
import dev.aisle.agv.exchange.opentcs.PlantModelReader;
import dev.aisle.agv.roadmap.Footprint;
import dev.aisle.agv.roadmap.RoadmapFault;
import dev.aisle.hmi.app.CannotStart;
import dev.aisle.hmi.app.command.Words.Misused;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.file.SiteFile;
import dev.aisle.hmi.app.site.floor.FloorPlans;
import dev.aisle.hmi.app.site.floor.FloorText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code map check|import|export}: floors of other programs. What was noticed goes to the error
 * output, one a line, so that the floor itself can be piped; {@code check} prints one JSON object.
 */
final class MapCommand {
  private static final double MM_PER_M = 1000;
  private static final double USUAL_LENGTH_MM = 1200;
  private static final double USUAL_WIDTH_MM = 800;
  private static final double LONGEST_MM = 20_000;
  private static final long LARGEST = 64L * 1024 * 1024;

  private final PrintStream out;
  private final PrintStream err;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.builder().build();

  MapCommand(PrintStream out, PrintStream err, Clock clock) {
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  int run(List<String> words) {
    Words options =
        new Words(
            words, Set.of("--layout", "--out", "--map-id", "--length-mm", "--width-mm"), Set.of());
    if (options.rest().size() != 2) {
      throw new Misused("map takes check, import or export, and one file or folder.");
    }
    Path what = Path.of(options.rest().get(1));
    return switch (options.rest().getFirst()) {
      case "check" -> check(what, options);
      case "import" -> bring(what, options);
      case "export" -> export(what, options);
      default -> throw new Misused("map knows: check, import, export.");
    };
  }

  private int check(Path what, Words options) {
    Footprint size =
        new Footprint(
            options.number("--length-mm", 1, LONGEST_MM).orElse(USUAL_LENGTH_MM) / MM_PER_M,
            options.number("--width-mm", 1, LONGEST_MM).orElse(USUAL_WIDTH_MM) / MM_PER_M);
    Imported read = read(what, options.text("--layout"));
    boolean checked = isSite(what); // with the sizes of its own vehicles
    List<RoadmapFault> faults =
        read.plan().filter(p -> !checked).map(plan -> plan.faults(size)).orElse(List.of());
    Map<String, Object> line = new LinkedHashMap<>();
    read.plan()
        .ifPresent(
            plan -> {
              line.put("name", plan.name());
              line.put("nodes", plan.places().size());
              line.put("lanes", plan.lanes().size());
              line.put("blocks", plan.blocks().size());
              line.put("zones", plan.zones().size());
            });
    line.put("ok", read.plan().isPresent() && faults.isEmpty());
    line.put("findings", read.findings().stream().map(MapCommand::told).toList());
    line.put(
        "faults",
        faults.stream()
            .map(f -> Map.of("kind", f.kind(), "nodes", f.nodes(), "message", f.message()))
            .toList());
    out.println(json.writeValueAsString(line));
    return read.plan().isPresent() && faults.isEmpty() ? CommandLine.OK : CommandLine.FAILED;
  }

  private static Map<String, Object> told(Finding finding) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("refusal", finding.isRefusal());
    told.put("kind", finding.kind());
    told.put("path", finding.path());
    told.put("message", finding.sentence());
    return told;
  }

  private int bring(Path what, Words options) {
    Imported read = read(what, options.text("--layout"));
    read.findings().forEach(err::println);
    if (read.plan().isEmpty()) {
      return CommandLine.FAILED;
    }
    FloorPlan plan = read.plan().get();
    write(FloorText.of(plan), options.text("--out"));
    return CommandLine.OK;
  }

  private int export(Path what, Words options) {
    Imported read = read(what, options.text("--layout"));
    if (read.plan().isEmpty()) {
      read.findings().forEach(err::println);
      return CommandLine.FAILED;
    }
    LifWriter.Written written =
        LifWriter.write(
            read.plan().get(), options.text("--map-id").orElse("floor"), clock.instant());
    written.findings().forEach(err::println);
    write(written.json() + "\n", options.text("--out"));
    return CommandLine.OK;
  }

  private void write(String text, Optional<String> file) {
    if (file.isEmpty()) {
      out.print(text);
      out.flush();
      return;
    }
    try {
      Files.writeString(Path.of(file.get()), text);
    } catch (IOException e) {
      throw new CannotStart("%s cannot be written.".formatted(file.get()));
    }
  }

  private static boolean isSite(Path what) {
    return Files.isDirectory(what) || what.endsWith(Site.FILE);
  }

  /** A folder is a site, XML is a plant model of openTCS, all else a LIF file. */
  private Imported read(Path what, Optional<String> layout) {
    if (isSite(what)) {
      SiteFile.Result site = SiteFile.read(what);
      if (site.site().isEmpty()) {
        CheckSiteCommand.printFaults(what.toString(), site.faults(), err);
      }
      return new Imported(site.site().map(FloorPlans::of), List.of());
    }
    try {
      if (Files.size(what) > LARGEST) {
        throw new CannotStart("%s is larger than %d bytes.".formatted(what, LARGEST));
      }
      byte[] bytes = Files.readAllBytes(what);
      return what.toString().endsWith(".xml")
          ? PlantModelReader.read(bytes)
          : LifReader.read(bytes, layout);
    } catch (IOException e) {
      throw new CannotStart("%s cannot be read.".formatted(what));
    }
  }
}
