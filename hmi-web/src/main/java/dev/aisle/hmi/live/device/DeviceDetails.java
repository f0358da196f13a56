package dev.aisle.hmi.live.device;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One device with all that is known about it.
 *
 * @param readPoints read points it feeds, with the number of the antenna
 * @param tellsTelegrams its telegrams can be watched
 * @param canTest it can be tried out
 * @param canEncode it can write tags
 */
@Schema(name = "DeviceDetails")
public record DeviceDetails(
    DeviceStatus device,
    List<AntennaUse> readPoints,
    boolean tellsTelegrams,
    boolean canTest,
    boolean canEncode,
    Special special) {
  public DeviceDetails {
    readPoints = List.copyOf(readPoints);
  }

  /** An antenna or head and what it feeds. */
  public record AntennaUse(int antenna, @Nullable String readPoint, String side) {}

  /**
   * What is special about this kind of device; null where it has no such thing.
   *
   * @param points a controller's points
   * @param machines machines made of a controller's points
   * @param lastReads a reader's newest tags, newest first, bounded
   * @param capabilities what the device said about itself, by name
   * @param weight what a scale shows
   * @param scans a scanner's newest codes, newest first, bounded
   * @param queue a printer's queue
   */
  @Schema(name = "DeviceSpecial")
  public record Special(
      @Nullable List<PointValue> points,
      @Nullable List<MachineState> machines,
      @Nullable List<LastRead> lastReads,
      @Nullable Map<String, Object> capabilities,
      @Nullable Weight weight,
      @Nullable List<Scan> scans,
      @Nullable PrintQueue queue) {
    public static final Special NOTHING = new Special(null, null, null, null, null, null, null);

    public static Special ofReads(List<LastRead> reads, Map<String, Object> capabilities) {
      return new Special(
          null,
          null,
          List.copyOf(reads),
          Collections.unmodifiableMap(new LinkedHashMap<>(capabilities)),
          null,
          null,
          null);
    }

    public static Special ofPoints(List<PointValue> points, List<MachineState> machines) {
      return new Special(List.copyOf(points), List.copyOf(machines), null, null, null, null, null);
    }

    public static Special ofWeight(@Nullable Weight weight) {
      return new Special(null, null, null, null, weight, null, null);
    }

    public static Special ofScans(List<Scan> scans) {
      return new Special(null, null, null, null, null, List.copyOf(scans), null);
    }

    public static Special ofQueue(PrintQueue queue) {
      return new Special(null, null, null, null, null, null, queue);
    }
  }

  /**
   * @param value a switch's position; null when unknown or when it is a number
   * @param number a number's value; null when unknown or when it is a switch
   * @param ageMs milliseconds since it was read; null if never
   */
  public record PointValue(
      String name,
      @Nullable Boolean value,
      @Nullable Double number,
      @Nullable String unit,
      @Nullable Long ageMs) {}

  /**
   * @param kind such as {@code conveyor}
   * @param state such as {@code running}
   * @param trouble what is wrong, such as {@code jam}
   */
  public record MachineState(String name, String kind, String state, @Nullable String trouble) {}

  /**
   * @param epc upper-case hex
   * @param rssi signal strength in dBm; null where the reader does not tell
   */
  public record LastRead(String epc, int antenna, @Nullable Double rssi, Instant at) {}

  /**
   * @param value in the unit
   * @param stable the pan has come to rest
   */
  public record Weight(double value, String unit, boolean stable, Instant at) {}

  /**
   * @param kind symbology, such as {@code gs1-128}; {@code unknown} without an AIM identifier
   * @param meaning application identifiers and their values
   */
  public record Scan(String text, String kind, Map<String, String> meaning, Instant at) {
    public Scan {
      meaning = Collections.unmodifiableMap(new LinkedHashMap<>(meaning));
    }
  }

  /**
   * @param waiting jobs that were not printed yet
   * @param printed since the start
   * @param status what the printer says, such as {@code ready} or {@code paper-out}
   */
  public record PrintQueue(
      int waiting, long printed, long failed, String status, @Nullable Instant oldestAt) {}
}
