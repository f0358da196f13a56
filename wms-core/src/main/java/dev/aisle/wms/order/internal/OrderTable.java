package dev.aisle.wms.order.internal;

import dev.aisle.wms.order.Milestone;
import dev.aisle.wms.order.MilestoneReached;
import dev.aisle.wms.order.Order;
import dev.aisle.wms.order.OrderRow;
import dev.aisle.wms.order.OrderStatus;
import dev.aisle.wms.order.Shortage;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.ItemId;
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Page;
import dev.aisle.wms.shared.PartyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Orders as rows. Knows what is stored where, and nothing of the rules. */
@Component
class OrderTable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Map<String, String> SORTS =
      Map.of(
          "id", "o.id",
          "customer", "o.customer",
          "milestone", "o.milestone",
          "status", "o.status",
          "enteredAt", "o.entered_at",
          "requestedFor", "o.requested_for");

  private final JdbcClient jdbc;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  OrderTable(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  Object now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  OrderId nextNumber() {
    long number = jdbc.sql("select nextval('order_number')").query(Long.class).single();
    return new OrderId("SO-%06d".formatted(number));
  }

  /** Empty when the customer's own number was entered before. */
  Optional<OrderId> insert(
      OrderId id,
      PartyId customer,
      PartyId owner,
      Optional<String> externalRef,
      Optional<LocalDate> requestedFor) {
    return jdbc.sql(
            """
            insert into customer_order
              (id, customer, owner, external_ref, requested_for, status, milestone, entered_at)
            values (:id, :customer, :owner, :ref, :requestedFor, 'OPEN', 2, :now)
            on conflict (customer, external_ref) where external_ref is not null do nothing
            returning id
            """)
        .param("id", id.value())
        .param("customer", customer.value())
        .param("owner", owner.value())
        .param("ref", externalRef.orElse(null))
        .param("requestedFor", requestedFor.orElse(null))
        .param("now", now())
        .query((rs, n) -> new OrderId(rs.getString("id")))
        .optional();
  }

  void insertLine(OrderId id, int no, ItemId item, long ordered) {
    jdbc.sql("insert into order_line (order_id, no, item, ordered) values (:id, :no, :item, :q)")
        .param("id", id.value())
        .param("no", no)
        .param("item", item.value())
        .param("q", ordered)
        .update();
  }

  Optional<OrderId> byExternalRef(PartyId customer, String ref) {
    return jdbc.sql("select id from customer_order where customer = :c and external_ref = :r")
        .param("c", customer.value())
        .param("r", ref)
        .query((rs, n) -> new OrderId(rs.getString("id")))
        .optional();
  }

  /** The order, and nobody else changes it until this transaction ends. */
  Optional<Order> lock(OrderId id) {
    jdbc.sql("select id from customer_order where id = :id for update")
        .param("id", id.value())
        .query(String.class)
        .list();
    return find(id);
  }

  Optional<Order> find(OrderId id) {
    List<Order.Line> lines =
        jdbc.sql(
                """
                select l.*, (select coalesce(sum(a.quantity), 0) from allocation a
                  where a.order_id = l.order_id and a.line_no = l.no and a.state = 'RESERVED')
                  as allocated
                from order_line l where l.order_id = :id order by l.no
                """)
            .param("id", id.value())
            .query(OrderTable::line)
            .list();
    List<Order.Reached> reached =
        jdbc.sql("select * from order_milestone where order_id = :id order by milestone")
            .param("id", id.value())
            .query(
                (rs, n) ->
                    new Order.Reached(
                        milestone(rs),
                        instant(rs, "at"),
                        Objects.requireNonNull(rs.getString("by"))))
            .list();
    return jdbc.sql("select * from customer_order where id = :id")
        .param("id", id.value())
        .query(
            (rs, n) ->
                new Order(
                    id,
                    new PartyId(rs.getString("customer")),
                    new PartyId(rs.getString("owner")),
                    OrderStatus.valueOf(rs.getString("status")),
                    milestone(rs),
                    instant(rs, "entered_at"),
                    date(rs),
                    Optional.ofNullable(rs.getString("external_ref")),
                    lines,
                    reached))
        .optional();
  }

  boolean pickingBegan(OrderId id) {
    return jdbc.sql("select picking_began from customer_order where id = :id")
        .param("id", id.value())
        .query(Boolean.class)
        .single();
  }

  void beginPicking(OrderId id) {
    jdbc.sql("update customer_order set picking_began = true where id = :id and not picking_began")
        .param("id", id.value())
        .update();
  }

  void status(OrderId id, OrderStatus status) {
    jdbc.sql("update customer_order set status = :status where id = :id")
        .param("status", status.name())
        .param("id", id.value())
        .update();
  }

  /** Writes the milestone down and tells it; a trigger refuses any but the next one. */
  void reach(OrderId id, Milestone milestone, Actor by) {
    jdbc.sql(
            "insert into order_milestone (order_id, milestone, at, by) values (:id, :m, :now, :by)")
        .param("id", id.value())
        .param("m", milestone.step())
        .param("now", now())
        .param("by", by.name())
        .update();
    jdbc.sql(
            """
            update customer_order set milestone = :m,
              confirmed_at = case when :m = 3 then :now else confirmed_at end,
              status = case when :m = 9 then 'DONE' else status end
            where id = :id
            """)
        .param("m", milestone.step())
        .param("now", now())
        .param("id", id.value())
        .update();
    events.publishEvent(new MilestoneReached(id, milestone, clock.instant(), by.name()));
  }

  void shortage(OrderId id, int line, @Nullable Shortage shortage) {
    jdbc.sql("update order_line set shortage = :shortage where order_id = :id and no = :no")
        .param("shortage", shortage == null ? null : JSON.writeValueAsString(shortage))
        .param("id", id.value())
        .param("no", line)
        .update();
  }

  void addPicked(OrderId id, int line, long quantity) {
    jdbc.sql("update order_line set picked = picked + :q where order_id = :id and no = :no")
        .param("q", quantity)
        .param("id", id.value())
        .param("no", line)
        .update();
  }

  void closeShort(OrderId id, int line, long quantity) {
    jdbc.sql(
            """
            update order_line set short_closed = short_closed + :q, shortage = null
            where order_id = :id and no = :no
            """)
        .param("q", quantity)
        .param("id", id.value())
        .param("no", line)
        .update();
  }

  void allPickedIsShipped(OrderId id) {
    jdbc.sql("update order_line set shipped = picked where order_id = :id")
        .param("id", id.value())
        .update();
  }

  List<OrderId> waiting(OrderStatus status) {
    return jdbc.sql(
            """
            select id from customer_order where milestone = 3 and status = :status
            order by requested_for nulls last, confirmed_at, id
            """)
        .param("status", status.name())
        .query((rs, n) -> new OrderId(rs.getString("id")))
        .list();
  }

  int open() {
    return jdbc.sql(
            """
            select count(*) from customer_order
            where milestone = 3 and status in ('OPEN', 'BACK_ORDERED')
            """)
        .query(Integer.class)
        .single();
  }

  Page<OrderRow> list(ListQuery query) {
    var where =
        new StringBuilder(
            " from customer_order o left join party p on p.id = o.customer where true");
    Map<String, Object> values = new HashMap<>();
    query
        .filter("milestone")
        .ifPresent(
            name -> {
              where.append(" and o.milestone = :milestone");
              values.put("milestone", Milestone.valueOf(name).step());
            });
    for (String field : List.of("status", "customer")) {
      query
          .filter(field)
          .ifPresent(
              value -> {
                where.append(" and o.").append(field).append(" = :").append(field);
                values.put(field, value);
              });
    }
    query
        .pattern()
        .ifPresent(
            pattern -> {
              where.append(
                  " and (o.id ilike :text or o.external_ref ilike :text or o.customer ilike :text"
                      + " or p.name ilike :text)");
              values.put("text", pattern);
            });
    long total = jdbc.sql("select count(*)" + where).params(values).query(Long.class).single();
    List<OrderRow> rows =
        jdbc.sql(
                "select o.*, coalesce(p.name, o.customer) as customer_name,"
                    + " (select count(*) from order_line l where l.order_id = o.id) as lines,"
                    + " (select coalesce(sum(ordered), 0) from order_line l where l.order_id = o.id)"
                    + " as units"
                    + where
                    + query.orderAndLimit(SORTS, "o.id"))
            .params(values)
            .query(OrderTable::row)
            .list();
    return new Page<>(rows, total, query.page(), query.size());
  }

  private static OrderRow row(ResultSet rs, int n) throws SQLException {
    return new OrderRow(
        new OrderId(rs.getString("id")),
        new PartyId(rs.getString("customer")),
        rs.getString("customer_name"),
        rs.getInt("lines"),
        rs.getLong("units"),
        OrderStatus.valueOf(rs.getString("status")),
        milestone(rs),
        instant(rs, "entered_at"),
        date(rs),
        Optional.ofNullable(rs.getString("external_ref")));
  }

  private static Order.Line line(ResultSet rs, int n) throws SQLException {
    return new Order.Line(
        rs.getInt("no"),
        new ItemId(rs.getString("item")),
        rs.getLong("ordered"),
        rs.getLong("allocated"),
        rs.getLong("picked"),
        rs.getLong("shipped"),
        rs.getLong("short_closed"),
        Optional.ofNullable(rs.getString("shortage"))
            .map(json -> JSON.readValue(json, Shortage.class)));
  }

  private static Milestone milestone(ResultSet rs) throws SQLException {
    return Milestone.ofStep(rs.getInt("milestone"));
  }

  private static Optional<LocalDate> date(ResultSet rs) throws SQLException {
    return Optional.ofNullable(rs.getObject("requested_for", LocalDate.class));
  }

  private static Instant instant(ResultSet rs, String column) throws SQLException {
    return Objects.requireNonNull(rs.getTimestamp(column)).toInstant();
  }
}
