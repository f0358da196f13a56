package dev.aisle.hmi.api.encoding;

import dev.aisle.hmi.encoding.TagOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of tags to write.
 *
 * @param id made by who asks
 * @param key GTIN, GRAI without serial, or SSCC; left out for the next free SSCC
 * @param serial of the first tag; left out for the next free one
 * @param prefixDigits length of the company prefix, where it is not the site's own
 * @param lock whether each tag is locked
 * @param newPassword access password that each tag gets, 8 hex digits
 * @param password access password that the tags have now, 8 hex digits
 */
@Schema(name = "NewEncodingRow")
record NewRow(
    @NotNull UUID id,
    @Min(1) @Max(16) int antenna,
    @NotNull EncodingKind kind,
    @Nullable @Size(max = 30) String key,
    @Nullable @Size(max = 20) String serial,
    @Nullable @Min(6) @Max(12) Integer prefixDigits,
    @Min(1) @Max(TagOrder.MOST) int count,
    boolean lock,
    @Nullable @Pattern(regexp = "[0-9A-Fa-f]{8}") String newPassword,
    @Nullable @Pattern(regexp = "[0-9A-Fa-f]{8}") String password) {

  TagOrder order() {
    Integer digits = prefixDigits;
    return new TagOrder(
        id,
        kind.kind(),
        text(key),
        text(serial),
        digits == null ? OptionalInt.empty() : OptionalInt.of(digits),
        count,
        lock,
        number(newPassword),
        number(password).orElse(0));
  }

  private static Optional<String> text(@Nullable String given) {
    return Optional.ofNullable(given).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** All zeros are no password. */
  private static OptionalInt number(@Nullable String hex) {
    int value = hex == null ? 0 : Integer.parseUnsignedInt(hex, 16);
    return value == 0 ? OptionalInt.empty() : OptionalInt.of(value);
  }

  /** Without the passwords: this may stand in a log. */
  @Override
  public String toString() {
    return order().toString();
  }
}
