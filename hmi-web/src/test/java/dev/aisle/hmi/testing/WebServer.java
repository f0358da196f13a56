package dev.aisle.hmi.testing;

import dev.aisle.hmi.app.RunOptions;
import dev.aisle.hmi.app.database.PostgresServer;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.security.FirstRun;
import dev.aisle.hmi.security.FirstRun.FirstSignIn;
import dev.aisle.hmi.security.Role;
import dev.aisle.wms.WmsCore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The web application with the real warehouse on a real database, over a quiet floor. One for all
 * tests of a run; it stops with the JVM.
 */
public final class WebServer {

  private static final WebServer ONE = new WebServer();

  private final ConfigurableApplicationContext context;
  private final Map<Role, FirstSignIn> people = new EnumMap<>(Role.class);

  /** No component itself, so that the application does not find it among its own. */
  @EnableAutoConfiguration
  @ComponentScan({
    "dev.aisle.hmi.api",
    "dev.aisle.hmi.security",
    "dev.aisle.hmi.live",
    "dev.aisle.hmi.alarm",
    "dev.aisle.hmi.encoding"
  })
  @Import({
    WmsCore.class,
    QuietFloor.class,
    QuietFleet.class,
    QuietReaders.class,
    QuietTables.class
  })
  static class WithoutFloor {
    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }
  }

  private WebServer() {
    try {
      Path data = Files.createTempDirectory("aisle-web-test");
      RunOptions options = ProgramHere.of(SiteText.FLOOR).options(data);
      PostgresServer database = PreparedDatabase.start(data);
      SpringApplication application = new SpringApplication(WithoutFloor.class);
      application.setRegisterShutdownHook(false);
      application.setDefaultProperties(
          Map.of(
              "server.port", 0,
              "aisle.data", data.toString(),
              "spring.datasource.url", database.jdbcUrl(),
              "spring.datasource.username", database.user(),
              "spring.datasource.password", database.password()));
      application.addInitializers(
          (GenericApplicationContext beans) -> {
            beans.registerBean("site", Site.class, SmallSite::site);
            beans.registerBean("runOptions", RunOptions.class, () -> options);
          });
      context = application.run();
      context.getBean(FirstRun.class).takeOnce().forEach(one -> people.put(one.role(), one));
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    context.close();
                    database.close();
                  }));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static WebServer running() {
    return ONE;
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public int port() {
    return ((ServletWebServerApplicationContext) context).getWebServer().getPort();
  }

  public FirstSignIn person(Role role) {
    return people.get(role);
  }

  /** A browser of somebody who is not signed in. */
  public Browser stranger() {
    return new Browser(port());
  }

  /** A browser of the person with this role, signed in. */
  public Browser signedIn(Role role) {
    Browser browser = stranger();
    browser.signIn(person(role).username(), person(role).password());
    return browser;
  }
}
