package dev.aisle.hmi.live.device;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands at a station, besides its screen. */
public interface StationPort {

  /** Returns at once; a station without devices has none. */
  Equipment equipment(String station);

  /** The weight that lies still on the station's scale, and how exact it must be. */
  Optional<Weighed> weighed(String station);

  /**
   * @param scale null when there is none
   * @param printer null when there is none
   */
  @Schema(name = "StationEquipment")
  record Equipment(
      String station,
      @Nullable StationWeight scale,
      List<ScannerState> scanners,
      @Nullable PrinterState printer) {
    public Equipment {
      scanners = List.copyOf(scanners);
    }
  }

  /**
   * What the scale of a station shows; also the data of the event {@code weight}.
   *
   * @param shownG grams, moving or still; null when unknown or overloaded
   * @param stableG grams that lie still; only this is a weight
   * @param tolerancePercent of the expected weight; the larger tolerance counts
   */
  @Schema(name = "StationWeight")
  record StationWeight(
      String station,
      String scale,
      boolean connected,
      @Nullable Double shownG,
      @Nullable Double stableG,
      boolean overload,
      double tolerancePercent,
      long toleranceG,
      @Nullable Instant at) {
    /** The event in the stream. */
    public static final String EVENT = "weight";
  }

  @Schema(name = "StationScanner")
  record ScannerState(String device, boolean connected) {}

  /**
   * @param status such as {@code ready} or {@code paper-out}
   * @param held jobs that wait for a person
   */
  @Schema(name = "StationPrinter")
  record PrinterState(String device, String status, int waiting, int held) {}

  /**
   * @param grams more than nothing, lying still
   * @param tolerancePercent of the expected weight; the larger tolerance counts
   */
  record Weighed(String scale, double grams, double tolerancePercent, long toleranceG) {
    public long tolerance(long expectedG) {
      return Math.max(toleranceG, Math.round(expectedG * tolerancePercent / 100));
    }
  }
}
