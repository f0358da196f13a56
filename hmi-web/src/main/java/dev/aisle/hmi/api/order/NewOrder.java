package dev.aisle.hmi.api.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order to enter.
 *
 * @param externalRef the customer's own number; the same number twice is the same order
 */
public record NewOrder(
    @NotBlank @Size(max = 40) String customer,
    @Nullable LocalDate requestedFor,
    @Size(max = 60) @Nullable String externalRef,
    @NotEmpty @Size(max = 200) List<@Valid NewOrderLine> lines) {

  public NewOrder {
    lines = lines == null ? List.of() : List.copyOf(lines);
  }

  /**
   * @param quantity base units
   */
  public record NewOrderLine(
      @NotBlank @Size(max = 40) String item, @Min(1) @Max(1_000_000) long quantity) {}
}
