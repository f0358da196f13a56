package dev.aisle.wms;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Everything of the warehouse in one configuration, for the application and for tests. */
@Configuration
@Modulithic(systemName = "Aisle WMS core", sharedModules = "shared")
@ComponentScan
@EntityScan
@EnableJpaRepositories(considerNestedRepositories = true)
@EnableTransactionManagement
@EnableAsync
public class WmsCore {
  /** The wall clock, unless the application brings one that runs faster. */
  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }
}
