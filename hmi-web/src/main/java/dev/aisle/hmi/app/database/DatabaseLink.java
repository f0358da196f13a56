package dev.aisle.hmi.app.database;

import dev.aisle.hmi.app.site.Site;

/** How to reach the database of this run. */
public record DatabaseLink(String url, String user, String password, boolean embedded) {

  public static DatabaseLink of(PostgresServer server) {
    return new DatabaseLink(server.jdbcUrl(), server.user(), server.password(), true);
  }

  public static DatabaseLink of(Site.DatabaseServer server) {
    return new DatabaseLink(server.url(), server.user(), server.password(), false);
  }

  @Override
  public String toString() {
    return "DatabaseLink[%s, %s]".formatted(url, user);
  }
}
