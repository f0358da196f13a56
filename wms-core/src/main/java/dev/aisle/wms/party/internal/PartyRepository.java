package dev.aisle.wms.party.internal;

import dev.aisle.wms.party.PartyRole;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Finds rows of parties. */
interface PartyRepository extends JpaRepository<PartyEntity, String> {
  List<PartyEntity> findByRoleOrderById(PartyRole role);

  @Query(
      """
      select p from PartyEntity p
      where (p.id ilike :text escape '\\' or p.name ilike :text escape '\\' or p.city ilike :text escape '\\')
        and (:role = '' or cast(p.role as String) = :role)
      """)
  Page<PartyEntity> search(String text, String role, Pageable page);
}
