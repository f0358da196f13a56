package dev.aisle.wms.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** One real PostgreSQL a test run; it ends with the JVM. */
public final class TestDatabase {
  private static final EmbeddedPostgres SERVER = start();

  private TestDatabase() {}

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder()
          .setPGStartupWait(Duration.ofSeconds(60))
          .setServerConfig("fsync", "off")
          .setServerConfig("synchronous_commit", "off")
          .setServerConfig("max_connections", "120")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String url() {
    return SERVER.getJdbcUrl("postgres", "postgres");
  }

  public static String urlOf(String database) {
    return SERVER.getJdbcUrl("postgres", database);
  }
}
