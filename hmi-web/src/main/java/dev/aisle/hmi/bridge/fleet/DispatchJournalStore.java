package dev.aisle.hmi.bridge.fleet;

import dev.aisle.agv.control.io.DispatchJournal;
import dev.aisle.agv.control.io.VehicleOrderRecord;
import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.roadmap.Closure;
import dev.aisle.agv.transport.TransportRecord;
import dev.aisle.agv.zone.ZoneRecord;
import dev.aisle.hmi.bridge.lead.FloorLease;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps the dispatcher's journal in the database, one row per transport and per vehicle. Only rows
 * that changed are written, all of one step in one transaction.
 */
@Component
public class DispatchJournalStore {
  /** What an earlier version of the program stored lacks the yes and no of later ones. */
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final FloorLease lease;
  private final Map<String, Object> stored = new HashMap<>();

  public DispatchJournalStore(
      JdbcTemplate jdbc, TransactionTemplate transaction, FloorLease lease) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.lease = lease;
  }

  public DispatchJournal read() {
    List<TransportRecord> transports =
        jdbc.query(
            "select record from dispatch_journal where kind = 'transport' order by id",
            (row, n) -> transport(row.getString(1)));
    List<VehicleOrderRecord> orders =
        jdbc.query(
            "select record from dispatch_journal where kind = 'vehicle' order by id",
            (row, n) -> vehicleOrder(row.getString(1)));
    List<Closure> closures =
        jdbc.query(
            "select record from dispatch_journal where kind = 'closure' order by id",
            (row, n) -> JSON.readValue(row.getString(1), Closure.class));
    ZoneRecord zones =
        jdbc
            .query(
                "select record from dispatch_journal where kind = 'zones'",
                (row, n) -> JSON.readValue(row.getString(1), ZoneRecord.class))
            .stream()
            .findFirst()
            .orElse(ZoneRecord.NONE);
    DispatchJournal journal = new DispatchJournal(transports, orders, closures, zones);
    stored.clear();
    stored.putAll(rowsOf(journal));
    return journal;
  }

  static VehicleOrderRecord vehicleOrder(String json) {
    return JSON.treeToValue(typed(json, "held"), VehicleOrderRecord.class);
  }

  static TransportRecord transport(String json) {
    return JSON.treeToValue(typed(json, "note"), TransportRecord.class);
  }

  /** An earlier version of the program kept sentences of what is wrong, blank if nothing was. */
  private static JsonNode typed(String json, String trouble) {
    JsonNode row = JSON.readTree(json);
    if (row instanceof ObjectNode fields && row.path(trouble).isString()) {
      String words = row.path(trouble).asString();
      fields.set(
          trouble, words.isEmpty() ? fields.nullNode() : JSON.valueToTree(Trouble.inWords(words)));
    }
    return row;
  }

  /**
   * @param fence the number under which this node leads
   * @throws dev.aisle.hmi.bridge.lead.LeadLost if another node leads by now; nothing is written
   */
  public void write(DispatchJournal journal, long fence) {
    Map<String, Object> rows = rowsOf(journal);
    List<Object[]> changed = new ArrayList<>();
    rows.forEach(
        (key, row) -> {
          if (!row.equals(stored.get(key))) {
            changed.add(new Object[] {kindOf(key), idOf(key), JSON.writeValueAsString(row)});
          }
        });
    HashSet<String> gone = new HashSet<>(stored.keySet());
    gone.removeAll(rows.keySet());
    transaction.executeWithoutResult(
        status -> {
          lease.require(fence);
          jdbc.batchUpdate(
              """
              insert into dispatch_journal (kind, id, record) values (?, ?, ?)
              on conflict (kind, id) do update set record = excluded.record
              """,
              changed);
          jdbc.batchUpdate(
              "delete from dispatch_journal where kind = ? and id = ?",
              gone.stream().map(key -> new Object[] {kindOf(key), idOf(key)}).toList());
        });
    stored.clear();
    stored.putAll(rows);
  }

  private static Map<String, Object> rowsOf(DispatchJournal journal) {
    Map<String, Object> rows = new HashMap<>();
    journal.transports().forEach(t -> rows.put("transport " + t.id(), t));
    journal.closures().forEach(c -> rows.put("closure " + c.place().id(), c));
    if (!journal.zones().equals(ZoneRecord.NONE)) {
      rows.put("zones all", journal.zones());
    }
    journal.orders().forEach(o -> rows.put("vehicle " + o.vehicle(), o));
    return rows;
  }

  private static String kindOf(String key) {
    return key.substring(0, key.indexOf(' '));
  }

  private static String idOf(String key) {
    return key.substring(key.indexOf(' ') + 1);
  }
}
