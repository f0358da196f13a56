package dev.aisle.hmi.api.system;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has been done since the warehouse was opened, counted in the database in one go. */
@Component
class Totals {

  /** Pallets, pallets, order lines, orders, transports. */
  record Counted(long received, long stored, long picked, long shipped, long transports) {}

  private final JdbcClient db;

  Totals(JdbcClient db) {
    this.db = db;
  }

  Counted count() {
    return db.sql(
            """
            select
              (select count(*) from advice_pallet where state in ('RECEIVED', 'DAMAGED')) as received,
              (select count(*) from unit_move
                where purpose = 'put-away' and state = 'POSTED') as stored,
              (select count(*) from task where kind = 'PICK' and state = 'DONE') as picked,
              (select count(*) from order_milestone
                where milestone = 5) as shipped,
              (select count(*) from transport where state = 'DELIVERED') as transports""")
        .query(Counted.class)
        .single();
  }
}
