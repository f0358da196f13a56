package dev.aisle.hmi.api.station;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one job a station shows. Exactly one of {@code unload}, {@code pick}, {@code pack} and {@code
 * load} is there, the one that {@code kind} names.
 *
 * @param instructionKey text key of the instruction
 * @param facts values for the instruction
 * @param behind how many jobs wait behind this one
 */
public record Job(
    String taskId,
    JobKind kind,
    String station,
    String instructionKey,
    Map<String, Object> facts,
    int behind,
    @Nullable UnloadJob unload,
    @Nullable PickJob pick,
    @Nullable PackJob pack,
    @Nullable LoadJob load) {

  public Job {
    facts = Map.copyOf(facts);
  }

  /**
   * @param doorOpen null when the controller does not say
   * @param started unloading was started here
   */
  public record UnloadJob(
      String advice,
      String supplierName,
      String dock,
      @Nullable Boolean doorOpen,
      boolean started,
      List<UnloadPallet> pallets) {
    public UnloadJob {
      pallets = List.copyOf(pallets);
    }
  }

  /**
   * @param quantity base units
   * @param weightG grams the goods on it should weigh; 0 when the master data do not say
   * @param seenAt when the portal saw it
   */
  public record UnloadPallet(
      String sscc,
      String item,
      String name,
      long quantity,
      @Nullable String lot,
      long weightG,
      String state,
      @Nullable Instant seenAt) {}

  /**
   * @param position where the unit stands
   * @param unit SSCC of the unit to take from
   * @param unitConfirmedBy what proved that it is this unit
   * @param quantity base units to take
   * @param parcel SSCC of the parcel to put them in; null before it has one
   */
  public record PickJob(
      String position,
      String unit,
      @Nullable Confirmation unitConfirmedBy,
      String item,
      String itemName,
      String gtin,
      @Nullable String lot,
      @Nullable LocalDate expiry,
      long quantity,
      String order,
      @Nullable String parcel,
      String customerName) {}

  /** What proved which unit stands there. */
  @io.swagger.v3.oas.annotations.media.Schema(name = "UnitConfirmation")
  public enum Confirmation {
    @JsonProperty("rfid")
    RFID,
    @JsonProperty("scan")
    SCAN
  }

  public record PackJob(String order, String customerName, List<PackLine> lines, long weightG) {
    public PackJob {
      lines = List.copyOf(lines);
    }
  }

  public record PackLine(String item, String name, long quantity) {}

  /**
   * @param parcel SSCC of the parcel to load
   */
  public record LoadJob(
      String dock, String parcel, String order, String customerName, String state) {}
}
