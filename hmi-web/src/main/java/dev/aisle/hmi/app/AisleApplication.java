package dev.aisle.hmi.app;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * The application. What belongs to a run (site, options, servers) is registered by {@link
 * AisleServer}.
 */
@SpringBootApplication(scanBasePackages = "dev.aisle.hmi", proxyBeanMethods = false)
public class AisleApplication {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
