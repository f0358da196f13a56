package dev.aisle.sim;

import static dev.aisle.sim.TestSite.AGV;
import static dev.aisle.sim.TestSite.PALLET;
import static dev.aisle.sim.TestSite.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.agv.VehicleReport.ActionStatus;
import dev.aisle.device.agv.VehicleReport.State;
import dev.aisle.device.agv.vda5050.Vda5050Gateway;
import dev.aisle.device.agv.vda5050.VehicleProfile;
import dev.aisle.device.mqtt.MqttSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulator in a process of its own that is killed without warning. */
class KilledSimulatorTest {
  @TempDir Path dir;
  private final AtomicReference<State> state = new AtomicReference<>();

  @Test
  void whatWasReportedStaysTrueThroughKills() throws Exception {
    try (TestBroker broker = new TestBroker();
        Vda5050Gateway gateway =
            new Vda5050Gateway(
                new MqttSettings(broker.uri(), "dispatcher", "", ""),
                List.of(VehicleProfile.of(TestSite.ADDRESS)),
                Clock.systemUTC())) {
      gateway.onReport(
          report -> {
            if (report instanceof State received) {
              state.set(received);
            }
          });
      gateway.open();
      Process played = play(broker);
      try {
        await(() -> state.get() != null);
        gateway.send(TestSite.order("O-1", 9, Map.of(1, "pick", 8, "drop")));
        await(() -> !state.get().loads().isEmpty());
        State told = kill(played);
        assertThat(told.loads().getFirst().loadId()).isEqualTo(PALLET.sscc());

        played = play(broker);
        await(() -> state.get() != null);
        assertThat(state.get().orderId()).isEqualTo("O-1");
        assertThat(state.get().loads()).isEqualTo(told.loads());
        assertThat(state.get().lastNodeSequenceId())
            .isGreaterThanOrEqualTo(told.lastNodeSequenceId());
        await(() -> state.get().lastNodeSequenceId() >= 8);
        told = kill(played);

        played = play(broker);
        await(() -> state.get() != null);
        assertThat(state.get().lastNodeSequenceId())
            .isGreaterThanOrEqualTo(told.lastNodeSequenceId());
        await(() -> state.get().lastNodeId().equals("N9"));
        assertThat(state.get().loads()).isEmpty();
        assertThat(state.get().actionStates())
            .allSatisfy(action -> assertThat(action.status()).isEqualTo(ActionStatus.FINISHED));
      } finally {
        played.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
    }
  }

  /** SIGKILL; what has been heard until then, and nothing after. */
  private State kill(Process process) throws Exception {
    process.destroyForcibly();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    State told = state.getAndSet(null);
    assertThat(told.vehicle()).isEqualTo(AGV);
    return told;
  }

  private Process play(TestBroker broker) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-Xmx200m",
            "-cp",
            System.getProperty("java.class.path"),
            KilledSimulator.class.getName(),
            broker.uri(),
            dir.toString(),
            Integer.toString(TestBroker.freePort()),
            Integer.toString(TestBroker.freePort()))
        .redirectErrorStream(true)
        .redirectOutput(dir.resolve("simulator.log").toFile())
        .start();
  }

  /** The program that is killed. */
  static final class KilledSimulator {
    private KilledSimulator() {}

    public static void main(String[] args) throws Exception {
      Simulator simulator =
          Simulator.open(
              TestSite.config(
                  args[0],
                  Path.of(args[1]),
                  Integer.parseInt(args[2]),
                  Integer.parseInt(args[3]),
                  5));
      simulator.unitPacked(PALLET, "N1");
      Thread.currentThread().join();
    }
  }
}
