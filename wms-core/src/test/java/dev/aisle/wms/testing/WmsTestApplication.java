package dev.aisle.wms.testing;

import com.zaxxer.hikari.HikariDataSource;
import dev.aisle.wms.WmsCore;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The warehouse alone, on the test database. */
@EnableAutoConfiguration
@Import({WmsCore.class, Goods.class})
public class WmsTestApplication {
  @Bean
  DataSource dataSource(@Value("${test.database:postgres}") String database) {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(TestDatabase.url(database));
    pool.setMaximumPoolSize(30);
    return pool;
  }

  @Bean
  SettableClock clock() {
    return new SettableClock();
  }
}
