package dev.aisle.hmi.app;

import static java.util.Objects.requireNonNull;

import dev.aisle.hmi.app.broker.BrokerAccounts;
import dev.aisle.hmi.app.broker.BrokerLink;
import dev.aisle.hmi.app.broker.EmbeddedBroker;
import dev.aisle.hmi.app.database.PostgresServer;
import dev.aisle.hmi.app.site.Site;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Everything that one process runs for a site: data folder, database, broker and application. What
 * was started is stopped in the opposite order, also when a later part does not start.
 */
public final class AisleServer implements AutoCloseable {
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final ConfigurableApplicationContext context;

  /** Starts all parts and returns when the web application answers. */
  public static AisleServer start(Site site, RunOptions options) {
    return new AisleServer(site, options);
  }

  private AisleServer(Site site, RunOptions options) {
    try {
      this.context = startAll(site, options);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private ConfigurableApplicationContext startAll(Site site, RunOptions options) {
    DataFolder folder = DataFolder.open(options.dataDir());
    started.push(folder);
    if (options.fresh()) {
      PostgresServer.stopLeftover(folder.path());
      folder.empty();
    }
    Secrets secrets = new Secrets(options.secrets());
    CompletableFuture<Optional<PostgresServer>> database =
        CompletableFuture.supplyAsync(() -> embeddedDatabase(site, options, secrets));
    Optional<EmbeddedBroker> broker;
    try {
      broker = embeddedBroker(site, secrets);
      broker.ifPresent(started::push);
    } finally {
      join(database).ifPresent(started::push);
    }
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.port", options.port());
    properties.put("aisle.data", options.dataDir().toString());
    join(database)
        .ifPresentOrElse(
            server -> {
              properties.put("spring.datasource.url", server.jdbcUrl());
              properties.put("spring.datasource.username", server.user());
              properties.put("spring.datasource.password", server.password());
            },
            () ->
                site.database()
                    .ifPresent(
                        server -> {
                          properties.put("spring.datasource.url", server.url());
                          properties.put("spring.datasource.username", server.user());
                          properties.put("spring.datasource.password", server.password());
                        }));
    SpringApplication application = new SpringApplication(AisleApplication.class);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(properties);
    application.addInitializers(
        (GenericApplicationContext beans) -> {
          beans.registerBean("site", Site.class, () -> site);
          beans.registerBean("runOptions", RunOptions.class, () -> options);
          beans.registerBean("secrets", Secrets.class, () -> secrets);
          beans.registerBean("brokerLink", BrokerLink.class, () -> link(site, broker));
        });
    try {
      ConfigurableApplicationContext running = application.run();
      started.push(running);
      return running;
    } catch (RuntimeException e) {
      if (causedByPortInUse(e)) {
        throw new CannotStart(
            "Port %d is in use by another program; choose another with --port."
                .formatted(options.port()),
            e);
      }
      throw e;
    }
  }

  private static Optional<PostgresServer> embeddedDatabase(
      Site site, RunOptions options, Secrets secrets) {
    return site.database().isPresent()
        ? Optional.empty()
        : Optional.of(PostgresServer.start(options.dataDir(), secrets));
  }

  private static Optional<EmbeddedBroker> embeddedBroker(Site site, Secrets secrets) {
    return site.broker().isPresent()
        ? Optional.empty()
        : Optional.of(EmbeddedBroker.start(BrokerAccounts.of(site, secrets), 0));
  }

  private static BrokerLink link(Site site, Optional<EmbeddedBroker> broker) {
    return broker
        .map(BrokerLink::embedded)
        .orElseGet(() -> BrokerLink.external(site.broker().orElseThrow()));
  }

  private static Optional<PostgresServer> join(
      CompletableFuture<Optional<PostgresServer>> database) {
    try {
      return database.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static boolean causedByPortInUse(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof PortInUseException) {
        return true;
      }
    }
    return false;
  }

  public ConfigurableApplicationContext context() {
    return context;
  }

  /** The port the web application really listens on. */
  public int port() {
    return requireNonNull(((WebServerApplicationContext) context).getWebServer()).getPort();
  }

  /** Stops all parts; a part that does not stop cleanly does not keep the others running. */
  @Override
  public void close() {
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception e) {
        org.slf4j.LoggerFactory.getLogger(AisleServer.class).warn("A part did not stop", e);
      }
    }
  }
}
