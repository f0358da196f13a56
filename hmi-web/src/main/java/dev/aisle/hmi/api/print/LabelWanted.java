package dev.aisle.hmi.api.print;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * @param sscc 18 digits of the parcel or pallet
 */
record LabelWanted(@NotNull @Pattern(regexp = "[0-9]{18}") String sscc) {}
