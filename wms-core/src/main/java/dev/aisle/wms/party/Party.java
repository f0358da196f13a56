package dev.aisle.wms.party;

import dev.aisle.wms.shared.Gln;
import dev.aisle.wms.shared.PartyId;
import java.util.Optional;

/**
 * Somebody who takes part.
 *
 * @param country ISO 3166-1 alpha-2 or the name as given
 */
public record Party(
    PartyId id,
    String name,
    PartyRole role,
    Optional<Gln> gln,
    String street,
    String city,
    String region,
    String postalCode,
    String country) {
  public Party {
    if (name.isBlank() || name.length() > 200) {
      throw new IllegalArgumentException("party %s: name missing or too long".formatted(id));
    }
  }

  /** With a name only. */
  public static Party named(PartyId id, String name, PartyRole role) {
    return new Party(id, name, role, Optional.empty(), "", "", "", "", "");
  }
}
