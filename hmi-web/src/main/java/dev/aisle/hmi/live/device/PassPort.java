package dev.aisle.hmi.live.device;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Read points, and what was decided there about tags, and why. Returns at once. */
public interface PassPort {

  List<ReadPointView> readPoints();

  /** The passes that are still kept, newest first, bounded; empty for an unknown read point. */
  List<PassRow> passes(String readPoint);

  Optional<PassView> pass(long number);

  /**
   * Why a tag was counted or not, also for one that was never heard.
   *
   * @return empty when there is no such read point
   */
  Optional<Why> why(String readPoint, String epc);

  /**
   * A place where tags are seen.
   *
   * @param step what a sighting here means, such as {@code receiving}
   * @param smoothing preset that makes one presence of many reads
   * @param counted passes among those kept that counted
   * @param refused passes among those kept that did not
   * @param eyesWork false while the controller of the eyes gives no answer; null without eyes
   * @param expected tags that papers announce here; null while nothing is announced
   */
  @Schema(name = "ReadPoint")
  record ReadPointView(
      String id,
      String location,
      String step,
      String smoothing,
      List<AntennaOf> antennas,
      @Nullable String eyeOuter,
      @Nullable String eyeInner,
      List<String> neighbours,
      int counted,
      int refused,
      @Nullable Instant lastPassAt,
      @Nullable Boolean eyesWork,
      @Nullable Integer expected) {
    public ReadPointView {
      antennas = List.copyOf(antennas);
      neighbours = List.copyOf(neighbours);
    }
  }

  /**
   * @param side {@code any}, {@code outer} or {@code inner}
   */
  record AntennaOf(String device, int antenna, String side) {}

  /** Which way it went. */
  @Schema(name = "PassDirection")
  enum PassDirection {
    @JsonProperty("in")
    IN,
    @JsonProperty("out")
    OUT,
    @JsonProperty("unknown")
    UNKNOWN
  }

  /**
   * One tag at one read point once.
   *
   * @param peakDbm strongest read; null where the reader does not tell
   * @param decisive what kept it out, or the first of what spoke for it
   * @param expected whether papers announced it; null when nothing was announced
   */
  @Schema(name = "PassRow")
  record PassRow(
      long number,
      String readPoint,
      String epc,
      Instant first,
      Instant last,
      int count,
      @Nullable Double peakDbm,
      PassDirection direction,
      boolean counted,
      String decisive,
      @Nullable Boolean expected) {}

  /**
   * One thing that was asked before it was decided.
   *
   * @param code stable word the screens translate, such as {@code too-weak}
   * @param against it kept the tag out
   * @param values for the translated sentence
   */
  @Schema(name = "PassReason")
  record PassReason(String code, boolean against, Map<String, String> values) {
    public PassReason {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /** What one antenna heard. */
  @Schema(name = "PassAntenna")
  record PassAntenna(
      String device,
      int antenna,
      String side,
      int count,
      Instant first,
      Instant last,
      @Nullable Double peakDbm) {}

  @Schema(name = "PassRead")
  record PassRead(String device, int antenna, Instant at, @Nullable Double dbm) {}

  /**
   * @param eye {@code outer} or {@code inner}
   */
  @Schema(name = "PassEye")
  record PassEye(String eye, boolean blocked, Instant at) {}

  @Schema(name = "PassNeighbour")
  record PassNeighbour(String readPoint, int count, @Nullable Double dbm) {}

  /**
   * Everything known about one pass.
   *
   * @param reads the first and the latest, bounded
   */
  @Schema(name = "Pass")
  record PassView(
      PassRow pass,
      List<PassReason> reasons,
      List<PassAntenna> antennas,
      List<PassRead> reads,
      List<PassEye> eyes,
      List<PassNeighbour> neighbours,
      Instant decidedAt) {
    public PassView {
      reasons = List.copyOf(reasons);
      antennas = List.copyOf(antennas);
      reads = List.copyOf(reads);
      eyes = List.copyOf(eyes);
      neighbours = List.copyOf(neighbours);
    }
  }

  /**
   * @param decisive what kept it out, or all that spoke for it
   * @param pass number of the pass it rests on; null when the tag was not heard
   */
  @Schema(name = "PassWhy")
  record Why(
      String readPoint,
      String epc,
      boolean counted,
      List<PassReason> decisive,
      @Nullable Long pass) {
    public Why {
      decisive = List.copyOf(decisive);
    }
  }
}
