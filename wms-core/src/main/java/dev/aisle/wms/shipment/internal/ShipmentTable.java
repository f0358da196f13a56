package dev.aisle.wms.shipment.internal;

import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.shipment.Shipment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shipments as rows. */
@Component
class ShipmentTable {
  private final JdbcClient jdbc;

  ShipmentTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void packed(Sscc parcel, OrderId order, Instant at) {
    jdbc.sql(
            """
            insert into shipment (parcel, order_id, state, packed_at, not_before)
            values (:parcel, :order, 'PACKED', :at, :at) on conflict (parcel) do nothing
            """)
        .param("parcel", parcel.digits())
        .param("order", order.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Shipment> find(Sscc parcel) {
    return jdbc.sql("select * from shipment where parcel = :parcel")
        .param("parcel", parcel.digits())
        .query(ShipmentTable::row)
        .optional();
  }

  List<Shipment> of(OrderId order) {
    return jdbc.sql("select * from shipment where order_id = :order order by packed_at")
        .param("order", order.value())
        .query(ShipmentTable::row)
        .list();
  }

  List<Shipment> open() {
    return jdbc.sql("select * from shipment where state <> 'LEFT' order by packed_at, parcel")
        .query(ShipmentTable::row)
        .list();
  }

  List<Shipment> waiting(Instant now) {
    return jdbc.sql(
            """
            select * from shipment where state = 'PACKED' and not_before <= :now
            order by packed_at, parcel
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(ShipmentTable::row)
        .list();
  }

  /** What should leave through this dock next. */
  Optional<Shipment> expectedAt(LocationId dock) {
    return jdbc.sql("select * from shipment where dock = :dock and state in ('STAGING', 'STAGED')")
        .param("dock", dock.value())
        .query(ShipmentTable::row)
        .optional();
  }

  void staging(Sscc parcel, LocationId dock) {
    jdbc.sql("update shipment set state = 'STAGING', dock = :dock where parcel = :parcel")
        .param("dock", dock.value())
        .param("parcel", parcel.digits())
        .update();
  }

  void staged(Sscc parcel, Instant at) {
    jdbc.sql("update shipment set state = 'STAGED', staged_at = :at where parcel = :parcel")
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("parcel", parcel.digits())
        .update();
  }

  void packedAgain(Sscc parcel, Instant notBefore) {
    jdbc.sql(
            """
            update shipment set state = 'PACKED', dock = null, load = null, not_before = :at
            where parcel = :parcel
            """)
        .param("at", notBefore.atOffset(ZoneOffset.UTC))
        .param("parcel", parcel.digits())
        .update();
  }

  void left(Sscc parcel, LocationId dock, Instant at) {
    jdbc.sql(
            """
            update shipment set state = 'LEFT', dock = :dock, left_at = :at
            where parcel = :parcel
            """)
        .param("dock", dock.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("parcel", parcel.digits())
        .update();
  }

  static Shipment row(ResultSet rs, int n) throws SQLException {
    return new Shipment(
        new Sscc(rs.getString("parcel")),
        new OrderId(rs.getString("order_id")),
        Shipment.State.valueOf(rs.getString("state")),
        Optional.ofNullable(rs.getString("dock")).map(LocationId::new),
        Objects.requireNonNull(rs.getTimestamp("packed_at")).toInstant(),
        Optional.ofNullable(rs.getTimestamp("staged_at")).map(Timestamp::toInstant),
        Optional.ofNullable(rs.getTimestamp("left_at")).map(Timestamp::toInstant));
  }
}
