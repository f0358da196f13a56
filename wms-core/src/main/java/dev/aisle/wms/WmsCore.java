package dev.aisle.wms;

import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * Everything of the warehouse in one configuration, for the application and for tests. Who imports
 * it brings a {@code DataSource} and the {@link java.time.Clock} by which the warehouse lives.
 */
@Configuration
@Modulithic(systemName = "Aisle WMS core", sharedModules = "shared")
@ComponentScan
@EntityScan
@EnableJpaRepositories(considerNestedRepositories = true)
@EnableTransactionManagement
@EnableAsync
@EnableScheduling
@PropertySource("classpath:dev/aisle/wms/wms-core.properties")
public class WmsCore {}
