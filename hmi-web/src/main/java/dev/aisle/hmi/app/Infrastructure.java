package dev.aisle.hmi.app;

import dev.aisle.hmi.app.broker.BrokerAccount;
import dev.aisle.hmi.app.broker.BrokerAccounts;
import dev.aisle.hmi.app.broker.BrokerLink;
import dev.aisle.hmi.app.broker.EmbeddedBroker;
import dev.aisle.hmi.app.database.DatabaseLink;
import dev.aisle.hmi.app.database.PostgresServer;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.SiteBroker;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the application stands on: the secrets in its data folder, database and broker. The database
 * starts beside everything else; whoever needs it waits for it.
 */
final class Infrastructure implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Infrastructure.class);

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final Secrets secrets;
  private final BrokerLink broker;
  private final CompletableFuture<DatabaseLink> database;

  /** The folder stays with its owner; it is closed after this. */
  Infrastructure(Site site, RunOptions options, DataFolder folder) {
    try {
      secrets = new Secrets(options.secrets());
      database = CompletableFuture.supplyAsync(() -> openDatabase(site, folder));
      try {
        broker = openBroker(site);
      } catch (RuntimeException e) {
        database.handle((link, failure) -> 0).join();
        throw e;
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private DatabaseLink openDatabase(Site site, DataFolder folder) {
    if (site.database().isPresent()) {
      return DatabaseLink.of(site.database().get());
    }
    PostgresServer server = PostgresServer.start(folder.path(), secrets);
    synchronized (started) {
      started.push(server);
    }
    return DatabaseLink.of(server);
  }

  private BrokerLink openBroker(Site site) {
    Optional<SiteBroker> said = site.broker();
    if (said.isPresent() && said.get() instanceof SiteBroker.Elsewhere server) {
      return BrokerLink.external(server);
    }
    List<BrokerAccount> accounts = BrokerAccounts.of(site, secrets);
    EmbeddedBroker embedded =
        said.isPresent() && said.get() instanceof SiteBroker.Embedded door
            ? EmbeddedBroker.start(accounts, 0, door)
            : EmbeddedBroker.start(accounts, 0);
    synchronized (started) {
      started.push(embedded);
    }
    return BrokerLink.embedded(embedded);
  }

  Secrets secrets() {
    return secrets;
  }

  BrokerLink broker() {
    return broker;
  }

  /** Waits until the database answers. */
  DatabaseLink database() {
    try {
      return database.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Stops all parts, the last started first; one that fails does not keep the others running. */
  @Override
  public void close() {
    synchronized (started) {
      while (!started.isEmpty()) {
        try {
          started.pop().close();
        } catch (Exception e) {
          log.warn("A part did not stop", e);
        }
      }
    }
  }
}
