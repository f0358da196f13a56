package dev.aisle.hmi.app.command;

import dev.aisle.device.gs1.CheckDigit;
import dev.aisle.device.printer.FilePrintSpool;
import dev.aisle.device.printer.Label;
import dev.aisle.device.printer.LabelPrinter;
import dev.aisle.device.printer.LabelTemplates;
import dev.aisle.device.printer.LabelTexts;
import dev.aisle.device.printer.PrintJob;
import dev.aisle.device.printer.PrintOutcome;
import dev.aisle.device.printer.PrinterModel;
import dev.aisle.device.printer.PrinterStatus;
import dev.aisle.device.printer.Zpl;
import dev.aisle.device.rfid.epc.Sscc96;
import dev.aisle.device.serial.ByteLink;
import dev.aisle.hmi.app.CannotStart;
import dev.aisle.hmi.app.command.Words.Misused;
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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** {@code print test}: one test label on a printer, or its ZPL. */
final class PrintCommand {
  private static final String SSCC = "106141412345678908";
  private static final int USUAL_DPI = 203;
  private static final int USUAL_PREFIX_DIGITS = 7;
  private static final int USUAL_SECONDS = 20;

  private final PrintStream out;
  private final JsonMapper json = JsonMapper.builder().build();

  PrintCommand(PrintStream out) {
    this.out = out;
  }

  int run(List<String> words) {
    Words options =
        new Words(
            words,
            Set.of(
                "--printer",
                "--site",
                "--label",
                "--dpi",
                "--font",
                "--lang",
                "--sscc",
                "--prefix",
                "--seconds"),
            Set.of("--zpl", "--tag"));
    if (!options.rest().equals(List.of("test"))) {
      throw new Misused("print knows: test.");
    }
    if (options.has("--zpl")) {
      print(Map.of("zpl", Zpl.of(label(options, LabelTexts.EN), model(options))));
      return CommandLine.OK;
    }
    BenchPrinter printer =
        BenchPrinter.from(
            options
                .text("--printer")
                .orElseThrow(
                    () ->
                        new Misused(
                            "print test needs --printer HOST:PORT, or --site DIR --printer NAME,"
                                + " or --zpl.")),
            options.text("--site"));
    boolean asSaid = options.text("--dpi").isPresent() || options.text("--font").isPresent();
    PrinterModel model = asSaid ? model(options) : printer.model().orElseGet(() -> model(options));
    Label label = label(options, printer.words().orElse(LabelTexts.EN));
    int seconds = options.number("--seconds", 1, 600).map(Double::intValue).orElse(USUAL_SECONDS);
    try {
      return onPrinter(printer, PrintJob.of("test-label", label, model, 1), seconds);
    } catch (IOException e) {
      throw new CannotStart("The print job cannot be stored: %s.".formatted(e.getMessage()), e);
    }
  }

  private int onPrinter(BenchPrinter at, PrintJob job, int seconds) throws IOException {
    Path folder = Files.createTempDirectory("aisle-print");
    BlockingQueue<PrintOutcome> outcomes = new LinkedBlockingQueue<>();
    PrintOutcome outcome = null;
    try (LabelPrinter printer =
        new LabelPrinter(
            "test",
            ByteLink.to(at.address(), at.baud()),
            new FilePrintSpool(folder, 1),
            Clock.systemUTC())) {
      printer.onOutcome(outcomes::add);
      printer.spool().add(job);
      printer.open();
      outcome = outcomes.poll(seconds, TimeUnit.SECONDS);
      tell(at.name(), outcome, printer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      clear(folder);
    }
    return outcome != null && outcome.result() == PrintOutcome.Result.PRINTED
        ? CommandLine.OK
        : CommandLine.FAILED;
  }

  private void tell(String name, @Nullable PrintOutcome outcome, LabelPrinter printer) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("printer", name);
    if (outcome == null) {
      line.put("result", "not-printed");
      line.put("error", printer.health().trouble().orElse("it did not become ready in time"));
    } else {
      line.put("result", outcome.result() == PrintOutcome.Result.PRINTED ? "printed" : "held");
      outcome.held().ifPresent(why -> line.put("error", why.sentence()));
    }
    printer
        .status()
        .ifPresent(
            status ->
                line.put(
                    "troubles",
                    status.troubles().stream().map(PrinterStatus.Trouble::text).toList()));
    print(line);
  }

  private void print(Map<String, Object> line) {
    out.println(json.writeValueAsString(line));
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }

  private static PrinterModel model(Words options) {
    int dpi = options.number("--dpi", 100, 600).map(Double::intValue).orElse(USUAL_DPI);
    try {
      return new PrinterModel(dpi, options.text("--font"));
    } catch (IllegalArgumentException e) {
      throw new Misused("--font: %s.".formatted(e.getMessage()));
    }
  }

  private static Label label(Words options, LabelTexts usual) {
    LabelTexts words =
        switch (options.text("--lang").orElse(usual == LabelTexts.ZH ? "zh" : "en")) {
          case "en" -> LabelTexts.EN;
          case "zh" -> LabelTexts.ZH;
          default -> throw new Misused("--lang takes zh or en.");
        };
    String sscc = options.text("--sscc").orElse(SSCC);
    if (sscc.length() != SSCC.length() || !CheckDigit.isRight(sscc)) {
      throw new Misused("--sscc takes 18 digits with a right check digit.");
    }
    int prefix =
        options.number("--prefix", 6, 12).map(Double::intValue).orElse(USUAL_PREFIX_DIGITS);
    Optional<String> epc =
        options.has("--tag")
            ? Optional.of(Sscc96.encode(sscc, prefix, Sscc96.UNIT_LOAD))
            : Optional.empty();
    return switch (options.text("--label").orElse("sscc")) {
      case "sscc" ->
          LabelTemplates.logistic(
              sscc,
              new LabelTemplates.Logistic(
                  "Aisle", "Aisle", "-", Map.of("02", "80614141123458", "37", "40", "10", "TEST")),
              epc,
              words);
      case "location" -> LabelTemplates.location("S-01-01", "ambient", words);
      case "case" ->
          LabelTemplates.itemCase(
              "Test item",
              Map.of("01", "80614141123458", "10", "TEST", "17", "301231"),
              Optional.empty(),
              words);
      default -> throw new Misused("--label takes sscc, location or case.");
    };
  }
}
