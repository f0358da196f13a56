package dev.aisle.wms.item.internal;

import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Finds rows of items. */
interface ItemRepository extends JpaRepository<ItemEntity, String> {
  Optional<ItemEntity> findByGtin(String gtin);

  @Query(
      """
      select i from ItemEntity i
      where (i.id ilike :text escape '\\' or i.name ilike :text escape '\\')
        and (:category = '' or i.category = :category)
      """)
  Page<ItemEntity> search(String text, String category, Pageable page);
}
