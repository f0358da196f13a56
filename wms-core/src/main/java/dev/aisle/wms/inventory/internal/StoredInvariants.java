package dev.aisle.wms.inventory.internal;

import dev.aisle.wms.inventory.InventoryInvariants;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Each invariant is one query that finds what breaks it; all see the same snapshot. */
@Service
class StoredInvariants implements InventoryInvariants {
  /** Violations shown of each invariant; more of the same say nothing new. */
  private static final int SHOWN = 20;

  private static final Map<String, String> CHECKS = new LinkedHashMap<>();

  static {
    CHECKS.put(
        "I1.posting-sums-to-zero",
        """
        select format('posting %s, item %s: %s', posting_id, item, sum(quantity))
        from ledger_line
        group by posting_id, item, lot_code, lot_expiry, owner having sum(quantity) <> 0
        """);
    CHECKS.put(
        "I1.balance-is-sum-of-lines",
        """
        with lines as (
          select account_kind, account_id, item, lot_code, coalesce(lot_expiry, 'infinity') expiry,
                 owner, status, sum(quantity) as total
          from ledger_line group by 1, 2, 3, 4, 5, 6, 7),
        held as (
          select account_kind, account_id, item, lot_code, coalesce(lot_expiry, 'infinity') expiry,
                 owner, status, on_hand
          from balance)
        select format('%s:%s, item %s: balance %s, lines %s', account_kind, account_id, item,
                      coalesce(on_hand, 0), coalesce(total, 0))
        from lines full join held
          using (account_kind, account_id, item, lot_code, expiry, owner, status)
        where coalesce(on_hand, 0) <> coalesce(total, 0)
        """);
    CHECKS.put(
        "I1.reserved-within-on-hand",
        """
        select format('%s:%s, item %s: on hand %s, reserved %s', account_kind, account_id, item,
                      on_hand, reserved)
        from balance
        where reserved < 0 or (account_kind in ('UNIT', 'LOCATION') and reserved > on_hand)
        """);
    CHECKS.put(
        "I1.reserved-is-sum-of-reservations",
        """
        select format('balance %s: reserved %s, reservations %s', b.id, b.reserved,
                      coalesce(r.total, 0))
        from balance b
        left join (select balance_id, sum(quantity) as total from reservation
                   where state = 'OPEN' group by balance_id) r on r.balance_id = b.id
        where b.reserved <> coalesce(r.total, 0)
        """);
    CHECKS.put(
        "I2.place-is-last-step",
        """
        select format('unit %s: stands at %s, last step to %s', u.sscc, u.place, s.to_location)
        from handling_unit u
        left join lateral (select to_location from unit_step where sscc = u.sscc
                           order by id desc limit 1) s on true
        where u.place is distinct from s.to_location
        """);
    CHECKS.put(
        "I2.places-count-their-units",
        """
        select format('place %s: stored %s of %s, planned %s of %s', l.location,
                      l.stored, coalesce(u.units, 0), l.planned, coalesce(m.moves, 0))
        from location_load l
        left join (select place, count(*) as units from handling_unit
                   where place is not null group by place) u on u.place = l.location
        left join (select to_location, count(*) as moves from unit_move
                   where state in ('RESERVED', 'STARTED') group by to_location) m
          on m.to_location = l.location
        where l.stored <> coalesce(u.units, 0) or l.planned <> coalesce(m.moves, 0)
        """);
    CHECKS.put(
        "I2.ended-units-hold-nothing",
        """
        select format('unit %s is %s but holds %s of %s', u.sscc, u.state, b.on_hand, b.item)
        from handling_unit u
        join balance b on b.account_kind = 'UNIT' and b.account_id = u.sscc
        where u.state in ('SHIPPED', 'VOID') and b.on_hand <> 0
        """);
  }

  private final JdbcClient jdbc;

  StoredInvariants(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public List<Violation> check() {
    List<Violation> found = new ArrayList<>();
    CHECKS.forEach(
        (invariant, sql) ->
            jdbc.sql(sql + " limit " + SHOWN)
                .query(String.class)
                .list()
                .forEach(detail -> found.add(new Violation(invariant, detail))));
    return found;
  }
}
