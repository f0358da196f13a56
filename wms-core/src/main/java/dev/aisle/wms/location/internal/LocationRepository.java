package dev.aisle.wms.location.internal;

import dev.aisle.wms.location.LocationType;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Finds rows of locations. */
interface LocationRepository extends JpaRepository<LocationEntity, String> {
  List<LocationEntity> findByTypeOrderBySequenceAscIdAsc(LocationType type);

  List<LocationEntity> findAllByOrderBySequenceAscIdAsc();

  @Query(
      """
      select l from LocationEntity l
      where (l.id ilike :text escape '\\' or l.zone ilike :text escape '\\')
        and (:type = '' or cast(l.type as String) = :type)
        and (:zone = '' or l.zone = :zone)
      """)
  Page<LocationEntity> search(String text, String type, String zone, Pageable page);
}
