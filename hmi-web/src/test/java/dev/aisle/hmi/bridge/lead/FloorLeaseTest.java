package dev.aisle.hmi.bridge.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aisle.hmi.app.database.PostgresServer;
import dev.aisle.hmi.testing.PreparedDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

class FloorLeaseTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(50);

  @TempDir static Path data;
  private static PostgresServer server;
  private static JdbcTemplate jdbc;

  private final FloorLease lease = new FloorLease(jdbc);

  @BeforeAll
  static void startDatabase() throws Exception {
    server = PreparedDatabase.start(data);
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(server.jdbcUrl());
    source.setUser(server.user());
    source.setPassword(server.password());
    jdbc = new JdbcTemplate(source);
    try (var sql =
        FloorLeaseTest.class.getResourceAsStream("/db/migration/V590__floor_lease.sql")) {
      jdbc.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @AfterAll
  static void stopDatabase() {
    server.close();
  }

  @BeforeEach
  void nobodyHasLed() {
    jdbc.update("delete from floor_lease");
  }

  @Test
  void ofManyWhoAskAtOnceOneLeads() throws Exception {
    try (var nodes = Executors.newFixedThreadPool(8)) {
      List<Callable<Optional<Long>>> all =
          IntStream.range(0, 8)
              .<Callable<Optional<Long>>>mapToObj(
                  n -> () -> lease.take("node-" + n, "http://node-" + n, LONG))
              .toList();
      List<Optional<Long>> got = nodes.invokeAll(all).stream().map(Future::resultNow).toList();
      assertThat(got).filteredOn(Optional::isPresent).containsExactly(Optional.of(1L));
    }
  }

  @Test
  void aNodeThatComesBackLeadsAtOnceUnderALargerNumber() {
    assertThat(lease.take("a", "http://a", LONG)).contains(1L);
    assertThat(lease.take("b", "http://b", LONG)).isEmpty();
    assertThat(lease.take("a", "http://a", LONG)).contains(2L);
    assertThatThrownBy(() -> lease.require(1)).isInstanceOf(LeadLost.class);
    lease.require(2);
  }

  @Test
  void whatIsGivenBackIsTakenAtOnceAndWhatIsLeftWhenItsTimeIsUp() {
    long first = lease.take("a", "http://a", LONG).orElseThrow();
    lease.release(first);
    long second = lease.take("b", "http://b", SHORT).orElseThrow();
    assertThat(second).isGreaterThan(first);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> lease.take("c", "http://c", LONG).isPresent());
    assertThat(lease.renew(second, "http://b", LONG)).isFalse();
    assertThatThrownBy(() -> lease.require(second))
        .isInstanceOf(LeadLost.class)
        .hasMessageContaining("another node");
    assertThat(lease.read().orElseThrow())
        .satisfies(
            held -> {
              assertThat(held.holder()).isEqualTo("c");
              assertThat(held.fence()).isEqualTo(second + 1);
              assertThat(held.valid()).isTrue();
            });
  }

  @Test
  void theLeaseLastsAsLongAsItIsRenewed() {
    long fence = lease.take("a", "http://a", SHORT).orElseThrow();
    assertThat(lease.renew(fence, "http://a:81", LONG)).isTrue();
    assertThat(lease.take("b", "http://b", LONG)).isEmpty();
    assertThat(lease.read().orElseThrow().address()).isEqualTo("http://a:81");
  }
}
