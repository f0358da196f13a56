package dev.aisle.hmi.app;

import static java.util.Objects.requireNonNull;

import dev.aisle.hmi.app.broker.BrokerLink;
import dev.aisle.hmi.app.database.DatabaseLink;
import dev.aisle.hmi.app.database.PostgresServer;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.file.SiteBook;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.PropertySource;

/**
 * Everything that one process runs for a site. What was started is stopped in the opposite order,
 * also when a later part does not start.
 */
public final class AisleServer implements AutoCloseable {
  private final DataFolder folder;
  private final Infrastructure infrastructure;
  private final ConfigurableApplicationContext context;

  private AisleServer(
      DataFolder folder, Infrastructure infrastructure, ConfigurableApplicationContext context) {
    this.folder = folder;
    this.infrastructure = infrastructure;
    this.context = context;
  }

  /** Starts all parts and returns when the web application answers. */
  public static AisleServer start(Site site, SiteBook book, RunOptions options) {
    requireFreePort(options);
    DataFolder folder = DataFolder.open(options.dataDir());
    try {
      if (options.fresh()) {
        PostgresServer.stopLeftover(folder.path());
        folder.empty();
      }
      return start(site, book, options, folder);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static AisleServer start(
      Site site, SiteBook book, RunOptions options, DataFolder folder) {
    AtomicReference<@Nullable Infrastructure> started = new AtomicReference<>();
    SpringApplication application = new SpringApplication(AisleApplication.class);
    application.setRegisterShutdownHook(false);
    application.setLogStartupInfo(false);
    application.setDefaultProperties(defaults(options));
    application.addInitializers(
        (GenericApplicationContext beans) -> {
          Infrastructure infrastructure = new Infrastructure(site, options, folder);
          started.set(infrastructure);
          beans.registerBean("site", Site.class, () -> site);
          beans.registerBean("siteBook", SiteBook.class, () -> book);
          beans.registerBean("runOptions", RunOptions.class, () -> options);
          beans.registerBean("secrets", Secrets.class, infrastructure::secrets);
          beans.registerBean("brokerLink", BrokerLink.class, infrastructure::broker);
          beans.registerBean("databaseLink", DatabaseLink.class, infrastructure::database);
          beans
              .getEnvironment()
              .getPropertySources()
              .addFirst(new DatabaseSettings(infrastructure));
        });
    try {
      ConfigurableApplicationContext context = application.run();
      return new AisleServer(folder, requireNonNull(started.get()), context);
    } catch (RuntimeException e) {
      Infrastructure infrastructure = started.get();
      if (infrastructure != null) {
        infrastructure.close();
      }
      throw inOneSentence(e, options);
    }
  }

  /** Looks before anything is started, so that the answer comes at once. */
  private static void requireFreePort(RunOptions options) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(options.address(), options.port()));
    } catch (IOException e) {
      throw cannotListen(options, e);
    }
  }

  private static CannotStart cannotListen(RunOptions options, Throwable why) {
    String reason = String.valueOf(why.getMessage());
    return reason.contains("in use") || why instanceof PortInUseException
        ? new CannotStart(
            "Port %d is in use by another program; choose another with --port."
                .formatted(options.port()),
            why)
        : new CannotStart(
            "Nobody can listen on %s port %d here (%s); choose another with --address or --port."
                .formatted(options.address(), options.port(), reason),
            why);
  }

  private static Map<String, Object> defaults(RunOptions options) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.port", options.port());
    properties.put("server.address", options.address());
    properties.put("aisle.data", options.dataDir().toString());
    return properties;
  }

  private static RuntimeException inOneSentence(RuntimeException failure, RunOptions options) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof CannotStart known) {
        return known;
      }
      if (at instanceof PortInUseException || at instanceof BindException) {
        return cannotListen(options, at);
      }
    }
    return failure;
  }

  /** Asks for the database only when something asks how to reach it. */
  private static final class DatabaseSettings extends PropertySource<Infrastructure> {
    DatabaseSettings(Infrastructure infrastructure) {
      super("aisle database", infrastructure);
    }

    @Override
    public @Nullable Object getProperty(String name) {
      return switch (name) {
        case "spring.datasource.url" -> source.database().url();
        case "spring.datasource.username" -> source.database().user();
        case "spring.datasource.password" -> source.database().password();
        default -> null;
      };
    }
  }

  public ConfigurableApplicationContext context() {
    return context;
  }

  /** The port the web application really listens on. */
  public int port() {
    return requireNonNull(((WebServerApplicationContext) context).getWebServer()).getPort();
  }

  @Override
  public void close() {
    context.close();
    infrastructure.close();
    folder.close();
  }
}
