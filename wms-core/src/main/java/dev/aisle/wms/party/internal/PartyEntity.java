package dev.aisle.wms.party.internal;

import dev.aisle.wms.party.Party;
import dev.aisle.wms.party.PartyRole;
import dev.aisle.wms.shared.Gln;
import dev.aisle.wms.shared.PartyId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of parties. */
@Entity
@Table(name = "party")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class PartyEntity {
  @Id private String id;
  private String name;

  @Enumerated(EnumType.STRING)
  @Column(columnDefinition = "text")
  private PartyRole role;

  private @Nullable String gln;
  private String street;
  private String city;
  private String region;

  @Column(name = "postal_code")
  private String postalCode;

  private String country;

  protected PartyEntity() {}

  PartyEntity(Party party) {
    id = party.id().value();
    describe(party);
  }

  final void describe(Party party) {
    name = party.name();
    role = party.role();
    gln = party.gln().map(Gln::digits).orElse(null);
    street = party.street();
    city = party.city();
    region = party.region();
    postalCode = party.postalCode();
    country = party.country();
  }

  Party toParty() {
    return new Party(
        new PartyId(id),
        name,
        role,
        Optional.ofNullable(gln).map(Gln::new),
        street,
        city,
        region,
        postalCode,
        country);
  }
}
