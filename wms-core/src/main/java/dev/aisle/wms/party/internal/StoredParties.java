package dev.aisle.wms.party.internal;

import dev.aisle.wms.party.Parties;
import dev.aisle.wms.party.Party;
import dev.aisle.wms.party.PartyRole;
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.Page;
import dev.aisle.wms.shared.PartyId;
import dev.aisle.wms.shared.Saved;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Parties in the database. */
@Service
@Transactional(readOnly = true)
class StoredParties implements Parties {
  private static final Set<String> SORTABLE = Set.of("id", "name", "city", "country", "role");

  private final PartyRepository rows;
  private final EntityManager entities;

  StoredParties(PartyRepository rows, EntityManager entities) {
    this.rows = rows;
    this.entities = entities;
  }

  @Override
  public Optional<Party> find(PartyId id) {
    return rows.findById(id.value()).map(PartyEntity::toParty);
  }

  @Override
  public Party require(PartyId id) {
    return find(id).orElseThrow(() -> new NoSuchElementException("no party " + id));
  }

  @Override
  public List<Party> ofRole(PartyRole role) {
    return rows.findByRoleOrderById(role).stream().map(PartyEntity::toParty).toList();
  }

  @Override
  public Page<Party> list(ListQuery query) {
    Sort.Direction direction = query.descending() ? Sort.Direction.DESC : Sort.Direction.ASC;
    String field = query.sort().filter(SORTABLE::contains).orElse("id");
    Sort sort = Sort.by(direction, field).and(Sort.by("id"));
    var found =
        rows.search(
            query.pattern().orElse("%"),
            query.filter("role").orElse("").toUpperCase(Locale.ROOT),
            PageRequest.of(query.page(), query.size(), sort));
    return new Page<>(
        found.stream().map(PartyEntity::toParty).toList(),
        found.getTotalElements(),
        query.page(),
        query.size());
  }

  @Override
  @Transactional
  public Saved save(Party party) {
    Optional<PartyEntity> row = rows.findById(party.id().value());
    if (row.isEmpty()) {
      // Not save(): it would look for the row a second time.
      entities.persist(new PartyEntity(party));
      entities.flush();
      return Saved.ADDED;
    }
    if (row.get().toParty().equals(party)) {
      return Saved.UNCHANGED;
    }
    row.get().describe(party);
    rows.flush();
    return Saved.CHANGED;
  }
}
