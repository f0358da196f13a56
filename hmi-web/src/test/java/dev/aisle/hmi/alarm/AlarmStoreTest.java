package dev.aisle.hmi.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.hmi.app.Secrets;
import dev.aisle.hmi.app.database.PostgresServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class AlarmStoreTest {
  private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

  @TempDir static Path data;
  private static PostgresServer server;
  private static JdbcClient jdbc;

  private AlarmStore store;

  @BeforeAll
  static void startDatabase() throws Exception {
    server = PostgresServer.start(data, new Secrets(data.resolve("secrets")));
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(server.jdbcUrl());
    source.setUser(server.user());
    source.setPassword(server.password());
    jdbc = JdbcClient.create(source);
    try (var sql = AlarmStoreTest.class.getResourceAsStream("/db/migration/V505__alarm.sql")) {
      jdbc.sql(new String(sql.readAllBytes(), StandardCharsets.UTF_8)).update();
    }
  }

  @AfterAll
  static void stopDatabase() {
    server.close();
  }

  @BeforeEach
  void empty() {
    jdbc.sql("delete from alarm").update();
    store = new AlarmStore(jdbc);
  }

  @Test
  void anAlarmStaysOnTheListUntilItIsClearedAndSeen() {
    Alarm raised =
        store.raise(AlarmType.READER_SILENT, "reader-D1", Map.of("port", "ttyUSB0"), START);
    assertThat(raised.active()).isTrue();
    assertThat(raised.params()).containsEntry("port", "ttyUSB0");
    assertThat(open()).hasSize(1);
    store.clear(AlarmType.READER_SILENT, "reader-D1", START.plusSeconds(10));
    assertThat(open()).as("over, but nobody has seen it").hasSize(1);
    Alarm seen =
        store
            .acknowledge(raised.id(), "wang", Optional.of("plugged in"), START.plusSeconds(20))
            .orElseThrow();
    assertThat(seen.acknowledged())
        .hasValue(new Alarm.Acknowledged(START.plusSeconds(20), "wang", Optional.of("plugged in")));
    assertThat(open()).isEmpty();
    assertThat(store.list(Alarms.Query.newest(false, 10)).total()).isOne();
  }

  @Test
  void aTroubleThatComesBackUnseenIsTheSameAlarmCountedTwice() {
    store.raise(AlarmType.READER_SILENT, "reader-D1", Map.of(), START);
    store.clear(AlarmType.READER_SILENT, "reader-D1", START.plusSeconds(1));
    store.raise(AlarmType.READER_SILENT, "reader-D1", Map.of(), START.plusSeconds(2));
    assertThat(open())
        .singleElement()
        .satisfies(alarm -> assertThat(alarm.raised()).isEqualTo(2))
        .satisfies(alarm -> assertThat(alarm.active()).isTrue());
  }

  @Test
  void theFirstWhoSawItIsRemembered() {
    long id = store.raise(AlarmType.READER_SILENT, "reader-D1", Map.of(), START).id();
    store.acknowledge(id, "wang", Optional.empty(), START.plusSeconds(1));
    Alarm again = store.acknowledge(id, "li", Optional.empty(), START.plusSeconds(2)).orElseThrow();
    assertThat(again.acknowledged().orElseThrow().by()).isEqualTo("wang");
    assertThat(again.active()).as("seeing clears nothing").isTrue();
    assertThat(store.acknowledge(-1, "li", Optional.empty(), START)).isEmpty();
  }

  @Test
  void somethingThatHappenedIsOverAtOnceButStaysToBeSeen() {
    Alarm failed = store.raise(AlarmType.TRANSPORT_FAILED, "T-000001", Map.of(), START);
    assertThat(failed.active()).isFalse();
    assertThat(open()).containsExactly(failed);
  }

  @Test
  void aListIsSearchedSortedAndCutInTheDatabase() {
    store.raise(AlarmType.TAG_HEAD_SILENT, "head-P1-A", Map.of(), START);
    store.raise(AlarmType.PLC_SILENT, "plc-1", Map.of(), START.plusSeconds(1));
    store.raise(AlarmType.READER_SILENT, "reader-D1", Map.of(), START.plusSeconds(2));
    assertThat(sources(new Alarms.Query(true, Optional.empty(), "priority", false, 0, 2)))
        .containsExactly("plc-1", "reader-D1");
    assertThat(sources(new Alarms.Query(true, Optional.empty(), "raisedAt", true, 1, 5)))
        .containsExactly("plc-1", "reader-D1");
    assertThat(sources(new Alarms.Query(true, Optional.of("HEAD-s"), "source", true, 0, 5)))
        .containsExactly("head-P1-A");
    assertThat(store.list(Alarms.Query.newest(true, 1)).total()).isEqualTo(3);
    assertThat(store.clearAll(START.plusSeconds(9))).isEqualTo(3);
  }

  private List<String> sources(Alarms.Query query) {
    return store.list(query).alarms().stream().map(Alarm::source).toList();
  }

  private List<Alarm> open() {
    return store.list(Alarms.Query.newest(true, 100)).alarms();
  }
}
