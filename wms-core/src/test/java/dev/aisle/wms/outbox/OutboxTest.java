package dev.aisle.wms.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.wms.testing.SettableClock;
import dev.aisle.wms.testing.TestDatabase;
import dev.aisle.wms.testing.WmsTestApplication;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole program is started more than once here, on a database of its own. */
class OutboxTest {
  record Happened(String what) {}

  private static final List<String> HANDLED = new CopyOnWriteArrayList<>();
  private static final AtomicBoolean BROKEN = new AtomicBoolean();

  static class Listener {
    @ApplicationModuleListener
    void on(Happened event) {
      if (BROKEN.get()) {
        throw new IllegalStateException("the listener is broken on purpose");
      }
      HANDLED.add(event.what());
    }
  }

  @BeforeEach
  void nothingHandled() {
    HANDLED.clear();
    BROKEN.set(false);
  }

  private static ConfigurableApplicationContext start(String database) {
    return new SpringApplicationBuilder(WmsTestApplication.class, Listener.class)
        .web(WebApplicationType.NONE)
        .properties("test.database=" + database)
        .run();
  }

  private static void publish(ConfigurableApplicationContext program, String what) {
    new TransactionTemplate(program.getBean(PlatformTransactionManager.class))
        .executeWithoutResult(status -> program.publishEvent(new Happened(what)));
  }

  @Test
  void anEventThatWasNotHandledWhenTheProgramDiedIsHandledAfterTheRestart() {
    String database = TestDatabase.create("outbox_restart");
    BROKEN.set(true);
    try (var first = start(database)) {
      publish(first, "before the crash");
      Outbox outbox = first.getBean(Outbox.class);
      await().atMost(Duration.ofSeconds(10)).until(() -> outbox.failed() == 1);
      // A kill while a listener runs leaves this state behind.
      first
          .getBean(JdbcClient.class)
          .sql("update event_publication set status = 'PROCESSING'")
          .update();
    }
    assertThat(HANDLED).isEmpty();
    BROKEN.set(false);
    try (var second = start(database)) {
      await().atMost(Duration.ofSeconds(10)).until(() -> !HANDLED.isEmpty());
      await().atMost(Duration.ofSeconds(10)).until(() -> waiting(second) == 0);
    }
    assertThat(HANDLED).containsExactly("before the crash");
  }

  @Test
  void anEventWhoseListenerFailedIsTriedAgainWhileTheProgramRuns() {
    String database = TestDatabase.create("outbox_retry");
    BROKEN.set(true);
    try (var program = start(database)) {
      publish(program, "again");
      Outbox outbox = program.getBean(Outbox.class);
      await().atMost(Duration.ofSeconds(10)).until(() -> outbox.failed() == 1);
      BROKEN.set(false);
      program.getBean(SettableClock.class).pass(Duration.ofMinutes(2));
      await().atMost(Duration.ofSeconds(10)).until(() -> waiting(program) == 0);
    }
    assertThat(HANDLED).containsExactly("again");
  }

  @Test
  void anEventOfAChangeThatDidNotCommitDoesNotExist() {
    String database = TestDatabase.create("outbox_rollback");
    try (var program = start(database)) {
      new TransactionTemplate(program.getBean(PlatformTransactionManager.class))
          .executeWithoutResult(
              status -> {
                program.publishEvent(new Happened("never"));
                status.setRollbackOnly();
              });
      assertThat(waiting(program)).isZero();
    }
    assertThat(HANDLED).isEmpty();
  }

  private static long waiting(ConfigurableApplicationContext program) {
    return program.getBean(Outbox.class).waiting();
  }
}
