package dev.aisle.wms.task.internal;

import dev.aisle.wms.task.FloorLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** An advisory lock of the database, so that it also holds between several processes. */
@Component
class DatabaseFloorLock implements FloorLock {
  /** Any number will do as long as nothing else in this database uses it. */
  private static final long KEY = 0x41495345L;

  private final JdbcClient jdbc;

  DatabaseFloorLock(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void take() {
    jdbc.sql("select pg_advisory_xact_lock(:key)").param("key", KEY).query((rs, n) -> n).list();
  }
}
