package dev.aisle.wms.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Lets outstanding events finish, then empties every table and sets the clock back. */
final class EmptyTables implements BeforeEachCallback {
  @Override
  public void beforeEach(ExtensionContext context) {
    var spring = SpringExtension.getApplicationContext(context);
    var jdbc = spring.getBean(JdbcClient.class);
    jdbc.sql("delete from event_publication where status = 'FAILED'").update();
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(10))
        .until(
            () ->
                jdbc.sql("select count(*) from event_publication").query(Long.class).single() == 0);
    String tables =
        jdbc.sql(
                """
                select string_agg(format('%I', tablename), ', ') from pg_tables
                where schemaname = 'public' and tablename <> 'flyway_schema_history'
                """)
            .query(String.class)
            .single();
    jdbc.sql("truncate " + tables + " restart identity cascade").update();
    jdbc.sql("select format('alter sequence %I restart', sequencename) from pg_sequences")
        .query(String.class)
        .list()
        .forEach(restart -> jdbc.sql(restart).update());
    spring.getBean(SettableClock.class).set(SettableClock.START);
  }
}
