package dev.aisle.device.printer;

import dev.aisle.device.gs1.DigitalLink;
import dev.aisle.device.gs1.Gs1Data;
import dev.aisle.device.gs1.Gs1Result;
import dev.aisle.device.printer.LabelElement.Box;
import dev.aisle.device.printer.LabelElement.Code128;
import dev.aisle.device.printer.LabelElement.Gs1128;
import dev.aisle.device.printer.LabelElement.Gs1DataMatrix;
import dev.aisle.device.printer.LabelElement.Qr;
import dev.aisle.device.printer.LabelElement.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Labels ready to be filled in. */
public final class LabelTemplates {
  /** Narrowest bar of a logistic label, 0.495 to 0.94 mm (GS1 General Specifications, 5.12.3). */
  private static final double LOGISTIC_MODULE_MM = 0.5;

  private static final double LOGISTIC_BAR_MM = 32;
  private static final double THIN_MM = 0.4;

  /** Fits 21 characters of Code 128 across a label of 100 mm. */
  private static final double CASE_MODULE_MM = 0.25;

  private LabelTemplates() {}

  /**
   * What a logistic label says besides its SSCC. Empty where it is not known.
   *
   * @param content of the unit: GTIN (02) with count (37), lot (10), expiry (17), …
   */
  public record Logistic(String from, String to, String carrier, Map<String, String> content) {
    public Logistic {
      content = Map.copyOf(content);
    }
  }

  /**
   * GS1 logistic label of 105 x 148 mm (A6): parties above, content in words and bars in the
   * middle, SSCC at the foot (GS1 Logistic Label Guideline).
   *
   * @param epcHex for a label with a tag
   * @throws IllegalArgumentException when SSCC or content is not right
   */
  public static Label logistic(
      String sscc, Logistic facts, Optional<String> epcHex, LabelTexts words) {
    Gs1Data unit = checked(Map.of("00", sscc));
    List<LabelElement> all = new ArrayList<>();
    all.add(new Box(2, 2, 101, 144, THIN_MM));
    all.add(new Text(5, 4, 3, words.from()));
    all.add(new Text(5, 8, 4.5, facts.from()));
    all.add(new Text(54, 4, 3, words.to()));
    all.add(new Text(54, 8, 4.5, facts.to()));
    all.add(new Text(5, 15, 3, words.carrier()));
    all.add(new Text(25, 15, 4, facts.carrier()));
    all.add(new Box(2, 21, 101, THIN_MM, THIN_MM));
    all.add(new Text(5, 23, 3, words.sscc()));
    all.add(new Text(5, 27, 6, sscc));
    double y = 36;
    for (Map.Entry<String, String> fact : ordered(facts.content()).entrySet()) {
      all.add(
          new Text(
              5,
              y,
              4,
              "%s (%s): %s".formatted(word(fact.getKey(), words), fact.getKey(), fact.getValue())));
      y += 5.5;
    }
    if (!facts.content().isEmpty()) {
      Gs1Data content = checked(ordered(facts.content()));
      all.add(new Box(2, 66, 101, THIN_MM, THIN_MM));
      all.add(new Gs1128(8, 69, 22, CASE_MODULE_MM, content));
      all.add(new Text(8, 93, 3.5, content.readable()));
    }
    all.add(new Box(2, 99, 101, THIN_MM, THIN_MM));
    all.add(new Gs1128(12, 102, LOGISTIC_BAR_MM, LOGISTIC_MODULE_MM, unit));
    all.add(new Text(20, 136, 5, unit.readable()));
    return new Label(105, 148, all, epcHex);
  }

  /** A location's label of 100 x 50 mm: its name large, the same as Code 128 and QR. */
  public static Label location(String name, String zone, LabelTexts words) {
    return new Label(
        100,
        50,
        List.of(
            new Text(4, 3, 3, words.location()),
            new Text(4, 7, 12, name),
            new Text(4, 21, 4, zone),
            new Code128(4, 28, 16, 0.375, name),
            new Qr(76, 4, 0.75, name)),
        Optional.empty());
  }

  /**
   * A case of one item, 100 x 60 mm, with GS1 DataMatrix.
   *
   * @param facts GTIN (01), and lot (10), expiry (17), serial (21), … as known
   * @throws IllegalArgumentException when they are not right
   */
  public static Label itemCase(
      String description, Map<String, String> facts, Optional<String> epcHex, LabelTexts words) {
    Gs1Data data = checked(ordered(facts));
    List<LabelElement> all = new ArrayList<>();
    all.add(new Text(4, 3, 5, description));
    double y = 11;
    for (Map.Entry<String, String> fact : data.elements().entrySet()) {
      all.add(
          new Text(
              4,
              y,
              3.5,
              "%s (%s): %s".formatted(word(fact.getKey(), words), fact.getKey(), fact.getValue())));
      y += 5;
    }
    all.add(new Gs1DataMatrix(70, 10, 0.75, data));
    DigitalLink.write(data).ifPresent(uri -> all.add(new Qr(70, 34, 0.4, uri)));
    data.gtin()
        .ifPresent(
            gtin -> all.add(new Gs1128(4, 40, 14, CASE_MODULE_MM, checked(Map.of("01", gtin)))));
    return new Label(100, 60, all, epcHex);
  }

  /** In the order in which fixed lengths come first, so that fewer separators are needed. */
  private static Map<String, String> ordered(Map<String, String> facts) {
    Map<String, String> ordered = new LinkedHashMap<>();
    List.of("01", "02", "11", "15", "17")
        .forEach(ai -> Optional.ofNullable(facts.get(ai)).ifPresent(it -> ordered.put(ai, it)));
    facts.keySet().stream()
        .sorted()
        .forEach(ai -> ordered.putIfAbsent(ai, facts.getOrDefault(ai, "")));
    return ordered;
  }

  private static String word(String ai, LabelTexts words) {
    return switch (ai) {
      case "01", "02" -> words.item();
      case "30", "37" -> words.count();
      case "10" -> words.lot();
      case "15", "17" -> words.useBy();
      default -> "";
    };
  }

  private static Gs1Data checked(Map<String, String> elements) {
    return switch (Gs1Data.of(elements)) {
      case Gs1Result.Data(var data) -> data;
      case Gs1Result.Refused(var refusal) -> throw new IllegalArgumentException(refusal.text());
    };
  }
}
