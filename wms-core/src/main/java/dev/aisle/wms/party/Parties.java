package dev.aisle.wms.party;

import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.Page;
import dev.aisle.wms.shared.PartyId;
import dev.aisle.wms.shared.Saved;
import java.util.List;
import java.util.Optional;

/** Suppliers, shops, owners and carriers. */
public interface Parties {
  Optional<Party> find(PartyId id);

  /** The party; one that does not exist is a mistake of the caller. */
  Party require(PartyId id);

  List<Party> ofRole(PartyRole role);

  /** Searches id, name and city; sorts by id, name, city, country; filters by role. */
  Page<Party> list(ListQuery query);

  Saved save(Party party);
}
