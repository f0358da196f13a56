package dev.aisle.hmi.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/** The committed description of the REST interface is the one the program gives. */
class OpenApiDocumentTest {

  private static final Path COMMITTED = Path.of("frontend/openapi.json");

  @Test
  void theCommittedDescriptionIsTheOneTheProgramGives() throws Exception {
    try (var context =
        new SpringApplicationBuilder(OnlyTheInterface.class)
            .web(WebApplicationType.SERVLET)
            .properties(
                "server.port=0",
                "springdoc.writer-with-default-pretty-printer=true",
                "springdoc.writer-with-order-by-keys=true",
                "spring.autoconfigure.exclude="
                    + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                    + "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
                    + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration,"
                    + "org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration,"
                    + "org.springframework.modulith.events.jdbc.JdbcEventPublicationAutoConfiguration,"
                    + "org.springframework.modulith.events.config.EventPublicationAutoConfiguration")
            .run()) {
      String given =
          MockMvcTester.from((WebApplicationContext) context)
              .get()
              .uri("/v3/api-docs")
              .exchange()
              .getResponse()
              .getContentAsString();
      if (Boolean.getBoolean("aisle.openapi.write")) {
        Files.writeString(COMMITTED, given + "\n");
      }
      assertThat(Files.readString(COMMITTED).strip()).isEqualTo(given.strip());
    }
  }

  @Configuration
  @EnableAutoConfiguration
  @ComponentScan(basePackages = "dev.aisle.hmi.api")
  static class OnlyTheInterface {
    @Bean
    static BeanDefinitionRegistryPostProcessor nobodyBehindTheInterface() {
      return new BeanDefinitionRegistryPostProcessor() {
        @Override
        public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
          var interfaces =
              new ClassPathScanningCandidateComponentProvider(false) {
                @Override
                protected boolean isCandidateComponent(AnnotatedBeanDefinition found) {
                  return found.getMetadata().isInterface();
                }
              };
          interfaces.addIncludeFilter(new AssignableTypeFilter(Object.class));
          for (String within : new String[] {"dev.aisle.hmi.api", "dev.aisle.hmi.live"}) {
            for (var found : interfaces.findCandidateComponents(within)) {
              register(registry, found.getBeanClassName());
            }
          }
        }
      };
    }

    private static void register(BeanDefinitionRegistry registry, String name) {
      try {
        Class<?> type = Class.forName(name);
        if (!type.isSealed()) {
          register(registry, type);
        }
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }

    @SuppressWarnings("unchecked")
    private static <T> void register(BeanDefinitionRegistry registry, Class<T> type) {
      registry.registerBeanDefinition(
          type.getName(),
          new RootBeanDefinition(
              type,
              () ->
                  (T)
                      Proxy.newProxyInstance(
                          type.getClassLoader(),
                          new Class<?>[] {type},
                          (proxy, method, arguments) ->
                              switch (method.getName()) {
                                case "equals" -> proxy == arguments[0];
                                case "hashCode" -> System.identityHashCode(proxy);
                                default -> null;
                              })));
    }
  }
}
