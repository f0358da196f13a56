package dev.aisle.hmi.app;

import dev.aisle.wms.WmsCore;
import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The application. What belongs to a run (site, options, servers) is registered by {@link
 * AisleServer}.
 */
@Import(WmsCore.class)
@SpringBootApplication(scanBasePackages = "dev.aisle.hmi", proxyBeanMethods = false)
public class AisleApplication {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
