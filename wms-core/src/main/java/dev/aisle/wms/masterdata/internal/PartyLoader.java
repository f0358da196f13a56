package dev.aisle.wms.masterdata.internal;

import dev.aisle.wms.masterdata.ImportKind;
import dev.aisle.wms.party.Parties;
import dev.aisle.wms.party.Party;
import dev.aisle.wms.party.PartyRole;
import dev.aisle.wms.shared.Gln;
import dev.aisle.wms.shared.PartyId;
import dev.aisle.wms.shared.Saved;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Suppliers, shops, owners and carriers, one a row. */
@Component
class PartyLoader implements Loader {
  private final Parties parties;

  PartyLoader(Parties parties) {
    this.parties = parties;
  }

  @Override
  public ImportKind kind() {
    return ImportKind.PARTIES;
  }

  @Override
  public List<String> required() {
    return List.of("id", "name", "role");
  }

  @Override
  public List<String> optional() {
    return List.of("gln", "street", "city", "region", "postal_code", "country");
  }

  @Override
  public List<String> document() {
    return List.of();
  }

  @Override
  public Optional<Saved> take(List<Row> rows, Run run) {
    Row row = rows.getFirst();
    Optional<PartyId> id = row.as("id", row.required("id"), "not-an-id", PartyId::new);
    Optional<String> name = row.required("name", 200);
    Optional<PartyRole> role =
        row.as(
            "role",
            row.required("role").map(text -> text.toUpperCase(Locale.ROOT)),
            "unknown-role",
            PartyRole::valueOf);
    Optional<Gln> gln = row.as("gln", row.text("gln"), "not-a-gln", Gln::new);
    String street = row.upTo("street", 200);
    String city = row.upTo("city", 100);
    String region = row.upTo("region", 100);
    String postalCode = row.upTo("postal_code", 20);
    String country = row.upTo("country", 100);
    if (!row.good()) {
      return Optional.empty();
    }
    Party party =
        new Party(
            id.orElseThrow(),
            name.orElseThrow(),
            role.orElseThrow(),
            gln,
            street,
            city,
            region,
            postalCode,
            country);
    boolean repeated = run.repeats(party.id().value(), row.line());
    if (parties.find(party.id()).filter(party::equals).isPresent()) {
      return Optional.of(Saved.UNCHANGED);
    }
    if (repeated) {
      row.fault("id", "twice-in-file");
      return Optional.empty();
    }
    return Optional.of(parties.save(party));
  }
}
