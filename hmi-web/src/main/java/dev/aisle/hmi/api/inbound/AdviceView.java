package dev.aisle.hmi.api.inbound;

import dev.aisle.hmi.api.inbound.AdviceRow.AdviceState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dispatch advice in full. */
@Schema(name = "Advice")
public record AdviceView(
    String id,
    String supplier,
    String supplierName,
    @Nullable String dock,
    AdviceState state,
    int pallets,
    int received,
    Instant announcedAt,
    List<AdvicePallet> palletsDetail,
    List<AdviceDifference> differences) {

  public AdviceView {
    palletsDetail = List.copyOf(palletsDetail);
    differences = List.copyOf(differences);
  }

  /**
   * @param quantity base units
   * @param state {@code announced}, {@code received}, {@code missing} or {@code damaged}
   */
  public record AdvicePallet(
      String sscc,
      String item,
      String name,
      @Nullable String lot,
      @Nullable LocalDate expiry,
      long quantity,
      String state,
      @Nullable Instant receivedAt) {}

  /**
   * @param kind what differs, such as {@code missing}
   */
  public record AdviceDifference(String sscc, String kind) {}
}
