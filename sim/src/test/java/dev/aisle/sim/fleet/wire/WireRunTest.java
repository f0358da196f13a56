package dev.aisle.sim.fleet.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.control.io.DispatchJournal;
import dev.aisle.device.mqtt.MqttSettings;
import dev.aisle.sim.TestBroker;
import dev.aisle.sim.fleet.floors.FleetLayout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireRunTest {
  private final List<DispatchJournal> journals = new ArrayList<>();

  @Test
  void aFleetGoesAboutItsWorkOnARealBroker() throws Exception {
    try (TestBroker broker = new TestBroker();
        Surroundings around = new Plain(broker.uri())) {
      WireOutcome outcome =
          new WireRun(FleetLayout.DEAD_ENDS.of(3), around)
              .run(Duration.ZERO, Duration.ofSeconds(4), Duration.ofSeconds(4), 1, line -> {});
      assertThat(outcome.asked()).isEqualTo(3);
      assertThat(outcome.unended()).as("nobody can have got so far").hasSize(3);
      assertThat(outcome.wrongs()).isEmpty();
      assertThat(outcome.touches()).isEmpty();
      assertThat(outcome.stepNanos()).isNotEmpty();
      assertThat(journals.getLast().transports()).hasSize(3);
    }
  }

  /** Whoever comes is let in. */
  private final class Plain implements Surroundings {
    private final String uri;

    Plain(String uri) {
      this.uri = uri;
    }

    @Override
    public MqttSettings vehicle(String id) {
      return new MqttSettings(uri, id, "", "");
    }

    @Override
    public MqttSettings dispatcher() {
      return new MqttSettings(uri, "dispatcher", "", "");
    }

    @Override
    public MqttSettings listener() {
      return new MqttSettings(uri, "listener", "", "");
    }

    @Override
    public void keep(DispatchJournal journal) {
      journals.add(journal);
    }

    @Override
    public void close() {
      // the broker is closed by the test
    }
  }
}
