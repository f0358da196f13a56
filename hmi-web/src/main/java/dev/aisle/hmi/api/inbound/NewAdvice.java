package dev.aisle.hmi.api.inbound;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A delivery to announce; the program gives each pallet its SSCC. */
public record NewAdvice(
    @NotBlank @Size(max = 40) String supplier,
    @NotEmpty @Size(max = 60) List<@Valid NewPallet> pallets) {

  public NewAdvice {
    pallets = pallets == null ? List.of() : List.copyOf(pallets);
  }

  /**
   * @param quantity base units
   */
  public record NewPallet(
      @NotBlank @Size(max = 40) String item,
      @Min(1) @Max(1_000_000) long quantity,
      @Size(max = 20) @Nullable String lot,
      @Nullable LocalDate expiry) {}
}
