package dev.aisle.wms.item.internal;

import dev.aisle.wms.item.Item;
import dev.aisle.wms.item.Items;
import dev.aisle.wms.shared.Gtin;
import dev.aisle.wms.shared.ItemId;
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.Page;
import dev.aisle.wms.shared.Saved;
import jakarta.persistence.EntityManager;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Items in the database. */
@Service
@Transactional(readOnly = true)
class StoredItems implements Items {
  private static final Set<String> SORTABLE = Set.of("id", "name", "category", "weightG", "gtin");

  private final ItemRepository rows;
  private final EntityManager entities;

  StoredItems(ItemRepository rows, EntityManager entities) {
    this.rows = rows;
    this.entities = entities;
  }

  @Override
  public Optional<Item> find(ItemId id) {
    return rows.findById(id.value()).map(ItemEntity::toItem);
  }

  @Override
  public Optional<Item> byGtin(Gtin gtin) {
    return rows.findByGtin(gtin.digits()).map(ItemEntity::toItem);
  }

  @Override
  public Item require(ItemId id) {
    return find(id).orElseThrow(() -> new NoSuchElementException("no item " + id));
  }

  @Override
  public Page<Item> list(ListQuery query) {
    Sort.Direction direction = query.descending() ? Sort.Direction.DESC : Sort.Direction.ASC;
    String field = query.sort().filter(SORTABLE::contains).orElse("id");
    Sort sort = Sort.by(direction, field).and(Sort.by("id"));
    var found =
        rows.search(
            query.pattern().orElse("%"),
            query.filter("category").orElse(""),
            PageRequest.of(query.page(), query.size(), sort));
    return new Page<>(
        found.stream().map(ItemEntity::toItem).toList(),
        found.getTotalElements(),
        query.page(),
        query.size());
  }

  @Override
  @Transactional
  public Saved save(Item item) {
    Optional<ItemEntity> row = rows.findById(item.id().value());
    if (row.isEmpty()) {
      // Not save(): it would look for the row a second time. Let go of at once, or every further
      // look-up of an import would compare all items of its transaction with their rows again.
      ItemEntity added = new ItemEntity(item);
      entities.persist(added);
      entities.flush();
      entities.detach(added);
      return Saved.ADDED;
    }
    if (row.get().toItem().equals(item)) {
      return Saved.UNCHANGED;
    }
    row.get().describe(item);
    rows.flush();
    return Saved.CHANGED;
  }
}
