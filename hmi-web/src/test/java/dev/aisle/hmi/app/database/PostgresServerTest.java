package dev.aisle.hmi.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.hmi.app.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
  @TempDir Path data;

  @Test
  void whatWasCommittedIsThereAfterTheProgramWasKilledAndItsServerLeftRunning() throws Exception {
    Secrets secrets = new Secrets(data.resolve("secrets"));
    PostgresServer leftRunning = PostgresServer.start(data, secrets);
    try (Connection connection = connect(leftRunning);
        Statement statement = connection.createStatement()) {
      statement.execute("create table pallet (sscc text primary key)");
      statement.execute("insert into pallet values ('395211410000000011')");
      assertThat(setting(statement, "fsync")).isEqualTo("on");
      assertThat(setting(statement, "synchronous_commit")).isEqualTo("on");
      connection.setAutoCommit(false);
      statement.execute("insert into pallet values ('never committed')");

      try (PostgresServer next = PostgresServer.start(data, new Secrets(data.resolve("secrets")));
          Connection again = connect(next);
          Statement query = again.createStatement();
          ResultSet rows = query.executeQuery("select sscc from pallet")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo("395211410000000011");
        assertThat(rows.next()).isFalse();
      }
    }
    assertThat(Files.exists(data.resolve("postgres/data/postmaster.pid"))).isFalse();
  }

  private static String setting(Statement statement, String name) throws SQLException {
    try (ResultSet rows = statement.executeQuery("show " + name)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static Connection connect(PostgresServer server) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
  }
}
