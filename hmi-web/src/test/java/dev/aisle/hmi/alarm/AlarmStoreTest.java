package dev.aisle.hmi.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.hmi.alarm.StandingTroubles.Trouble;
import dev.aisle.hmi.app.database.PostgresServer;
import dev.aisle.hmi.live.event.LiveChanges;
import dev.aisle.hmi.testing.PreparedDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
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
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

class AlarmStoreTest {
  private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

  @TempDir static Path data;
  private static PostgresServer server;
  private static JdbcClient jdbc;

  private AlarmStore store;

  @BeforeAll
  static void startDatabase() throws Exception {
    server = PreparedDatabase.start(data);
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
    assertThat(store.active())
        .contains(new AlarmBoard.Key(AlarmType.TAG_HEAD_SILENT, "head-P1-A"))
        .hasSize(3);
  }

  @Test
  void afterARestartOnlyWhatIsKnownToBeStillWrongStandsAsItWas() {
    AlarmService before = service();
    before.start();
    before.raise(AlarmType.TRUCK_FULL, "load-1", Map.of("subject", "load-1"));
    before.raise(AlarmType.READER_SILENT, "reader-D1", Map.of());
    await().until(() -> open().size() == 2);
    Alarm full = open(AlarmType.TRUCK_FULL);
    before.acknowledge(full.id(), "wang", Optional.of("the next truck is called"));
    before.stop();

    AlarmService after =
        service(
            new Trouble(AlarmType.TRUCK_FULL, "load-1", Map.of("subject", "load-1")),
            new Trouble(AlarmType.NO_FREE_SLOT, "unit-7", Map.of("subject", "unit-7")));
    after.start();
    assertThat(open(AlarmType.READER_SILENT).active()).as("it only stands by").isTrue();
    after.takeOver();
    try {
      assertThat(open(AlarmType.READER_SILENT).active()).isFalse();
      assertThat(open(AlarmType.TRUCK_FULL))
          .satisfies(
              kept -> {
                assertThat(kept.id()).isEqualTo(full.id());
                assertThat(kept.active()).isTrue();
                assertThat(kept.raised()).isOne();
                assertThat(kept.raisedAt()).isEqualTo(full.raisedAt());
                assertThat(kept.acknowledged()).isPresent();
              });
      await().until(() -> open().stream().anyMatch(a -> a.type() == AlarmType.NO_FREE_SLOT));
      after.clear(AlarmType.TRUCK_FULL, "load-1");
      await().until(() -> open().stream().noneMatch(a -> a.type() == AlarmType.TRUCK_FULL));
    } finally {
      after.stop();
    }
  }

  private AlarmService service(Trouble... standing) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    StandingTroubles known = () -> List.of(standing);
    beans.addBean("known", known);
    return new AlarmService(
        store,
        Clock.systemUTC(),
        event -> {},
        beans.getBeanProvider(LiveChanges.class),
        beans.getBeanProvider(StandingTroubles.class),
        new SimpleMeterRegistry());
  }

  private Alarm open(AlarmType type) {
    return open().stream().filter(alarm -> alarm.type() == type).findFirst().orElseThrow();
  }

  private List<String> sources(Alarms.Query query) {
    return store.list(query).alarms().stream().map(Alarm::source).toList();
  }

  private List<Alarm> open() {
    return store.list(Alarms.Query.newest(true, 100)).alarms();
  }
}
