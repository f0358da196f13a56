package dev.aisle.hmi.app;

import dev.aisle.wms.WmsCore;
import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;

/**
 * The application. What belongs to a run (site, options, servers) is registered by {@link
 * AisleServer}. Beans go by their full class names, so that a desk of the screens and a desk of the
 * warehouse may be called the same.
 */
@Import(WmsCore.class)
@SpringBootApplication(
    scanBasePackages = "dev.aisle.hmi",
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
    proxyBeanMethods = false)
public class AisleApplication {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
