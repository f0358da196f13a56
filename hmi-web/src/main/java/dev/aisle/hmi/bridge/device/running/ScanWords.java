package dev.aisle.hmi.bridge.device.running;

import dev.aisle.device.barcode.Scan;
import dev.aisle.device.barcode.ScannedCode;
import dev.aisle.device.gs1.CheckDigit;
import dev.aisle.hmi.live.device.DeviceDetails;
import dev.aisle.hmi.live.device.StationScan;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Scans in the words of the screens. */
public final class ScanWords {
  private static final String SSCC = "00";
  private static final String GTIN = "01";

  private ScanWords() {}

  public static DeviceDetails.Scan view(Scan scan) {
    return new DeviceDetails.Scan(
        scan.text(),
        scan.symbology().map(symbology -> word(symbology.name())).orElse("unknown"),
        meaning(scan.code()),
        scan.at());
  }

  /**
   * A scan for the screen of a station: the key it names, as the screens know it.
   *
   * @param number rises with every scan of the run
   */
  public static StationScan forStation(String station, long number, Scan scan) {
    StationScan.Kind kind = StationScan.Kind.OTHER;
    String value = scan.text().strip();
    String refusal = null;
    switch (scan.code()) {
      case ScannedCode.Gs1(var data) -> {
        if (data.sscc().isPresent()) {
          kind = StationScan.Kind.SSCC;
          value = data.sscc().get();
        } else if (data.gtin().isPresent()) {
          kind = StationScan.Kind.GTIN;
          value = data.gtin().get();
        }
      }
      case ScannedCode.ItemNumber(String gtin, String printed) -> {
        kind = StationScan.Kind.GTIN;
        value = gtin;
      }
      case ScannedCode.Plain(String text) -> {
        if (isSscc(text)) {
          kind = StationScan.Kind.SSCC;
        }
      }
      case ScannedCode.Refused(String text, var why) -> refusal = word(why.why().name());
    }
    return new StationScan(
        number,
        station,
        scan.scanner(),
        kind,
        value,
        scan.text(),
        meaning(scan.code()),
        refusal,
        scan.at());
  }

  private static Map<String, String> meaning(ScannedCode code) {
    return switch (code) {
      case ScannedCode.Gs1(var data) -> new LinkedHashMap<>(data.elements());
      case ScannedCode.ItemNumber(String gtin, String printed) -> Map.of(GTIN, gtin);
      case ScannedCode.Plain(String text) -> isSscc(text) ? Map.of(SSCC, text.strip()) : Map.of();
      case ScannedCode.Refused refused -> Map.of();
    };
  }

  /** Printed without its application identifier, as on labels of old. */
  private static boolean isSscc(String text) {
    return text.strip().matches("[0-9]{18}") && CheckDigit.isRight(text.strip());
  }

  private static String word(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
