package dev.aisle.hmi.app.command;

import com.zaxxer.hikari.HikariDataSource;
import dev.aisle.agv.control.io.DispatchJournal;
import dev.aisle.device.agv.vda5050.Topic;
import dev.aisle.device.agv.vda5050.VehicleProfile;
import dev.aisle.device.mqtt.MqttSettings;
import dev.aisle.hmi.app.Secrets;
import dev.aisle.hmi.app.broker.BrokerAccount;
import dev.aisle.hmi.app.broker.EmbeddedBroker;
import dev.aisle.hmi.app.database.PostgresServer;
import dev.aisle.hmi.bridge.fleet.DispatchJournalStore;
import dev.aisle.hmi.bridge.lead.FloorLease;
import dev.aisle.sim.fleet.floors.FleetFloor;
import dev.aisle.sim.fleet.wire.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * The broker and the database of the program for a measurement, with the dispatcher's own tables,
 * in a folder that is deleted afterwards.
 */
final class WireSurroundings implements Surroundings {
  private static final String DISPATCHER = "dispatcher";
  private static final String LISTENER = "listener";
  private static final Duration LONGER_THAN_ANY_RUN = Duration.ofDays(7);

  private final String password = UUID.randomUUID().toString();
  private final Path folder;
  private final EmbeddedBroker broker;
  private final PostgresServer database;
  private final HikariDataSource connections = new HikariDataSource();
  private final DispatchJournalStore journals;
  private final long fence;

  WireSurroundings(FleetFloor floor) throws IOException {
    folder = Files.createTempDirectory("aisle-wire");
    broker = EmbeddedBroker.start(accounts(floor), 0);
    database = PostgresServer.start(folder, new Secrets(folder.resolve("secrets")));
    connections.setJdbcUrl(database.jdbcUrl());
    connections.setUsername(database.user());
    connections.setPassword(database.password());
    new ResourceDatabasePopulator(
            new ClassPathResource("db/migration/V520__dispatch_journal.sql"),
            new ClassPathResource("db/migration/V536__closed_places.sql"),
            new ClassPathResource("db/migration/V590__floor_lease.sql"))
        .execute(connections);
    JdbcTemplate jdbc = new JdbcTemplate(connections);
    FloorLease lease = new FloorLease(jdbc);
    fence = lease.take("bench", "", LONGER_THAN_ANY_RUN).orElseThrow();
    journals =
        new DispatchJournalStore(
            jdbc, new TransactionTemplate(new DataSourceTransactionManager(connections)), lease);
    journals.read();
  }

  private List<BrokerAccount> accounts(FleetFloor floor) {
    List<BrokerAccount> accounts = new ArrayList<>();
    floor
        .members()
        .forEach(
            member ->
                accounts.add(
                    BrokerAccount.vehicle(
                        member.vehicle().id().value(),
                        password,
                        VehicleProfile.of(member.vehicle().address()))));
    accounts.add(BrokerAccount.dispatcher(DISPATCHER, password));
    accounts.add(
        new BrokerAccount(
            LISTENER,
            password,
            Set.of(),
            Set.of(
                "uagv/v2/+/+/" + Topic.STATE.level(),
                "uagv/v2/+/+/" + Topic.ORDER.level(),
                "vda5050/v3/+/+/" + Topic.STATE.level(),
                "vda5050/v3/+/+/" + Topic.ORDER.level())));
    return accounts;
  }

  @Override
  public MqttSettings vehicle(String id) {
    return settings(id);
  }

  @Override
  public MqttSettings dispatcher() {
    return settings(DISPATCHER);
  }

  @Override
  public MqttSettings listener() {
    return settings(LISTENER);
  }

  private MqttSettings settings(String user) {
    return new MqttSettings(broker.uri(), user, user, password);
  }

  @Override
  public void keep(DispatchJournal journal) {
    journals.write(journal, fence);
  }

  @Override
  public void close() {
    broker.close();
    connections.close();
    database.close();
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
