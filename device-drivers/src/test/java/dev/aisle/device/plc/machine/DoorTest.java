package dev.aisle.device.plc.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.plc.WriteOutcome;
import dev.aisle.device.plc.machine.MachineCommand.Acknowledge;
import dev.aisle.device.plc.machine.MachineCommand.Close;
import dev.aisle.device.plc.machine.MachineCommand.Open;
import dev.aisle.device.plc.machine.MachineState.Door;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoorTest {
  private static final Duration SHORT = Duration.ofMillis(50);

  private final Panel panel =
      new Panel(
          MachineSpec.of(
              "gate-1",
              "door",
              Map.of(
                  "open", "open",
                  "close", "close",
                  "is_open", "is-open",
                  "is_closed", "is-closed",
                  "travel", "10 s")));

  @BeforeEach
  void itIsClosed() {
    panel.set("is-closed", true).after(SHORT);
    assertThat(panel.state()).isEqualTo(Door.CLOSED);
  }

  @Test
  void onePulseOfHalfASecondOpensIt() {
    panel.tell(new Open());
    panel.after(Duration.ofMillis(475));
    assertThat(panel.writes).containsExactly("open=true");
    panel.after(Duration.ofMillis(75));
    assertThat(panel.writes).containsExactly("open=true", "open=false");
    assertThat(panel.state()).isEqualTo(Door.OPENING);
    panel.set("is-closed", false).after(Duration.ofSeconds(5));
    assertThat(panel.state()).isEqualTo(Door.OPENING);
    panel.set("is-open", true).after(SHORT);
    assertThat(panel.state()).isEqualTo(Door.OPEN);
    panel.tell(new Open());
    panel.after(Duration.ofSeconds(20));
    assertThat(panel.writes).hasSize(2);
    assertThat(panel.faults()).isEmpty();
  }

  @Test
  void aDoorThatDoesNotMoveIsAFaultAndIsNotPulsedAgain() {
    panel.tell(new Open());
    panel.after(Duration.ofSeconds(30));
    assertThat(panel.state()).isEqualTo(Door.FAULT);
    assertThat(panel.faults()).containsExactly(FaultKind.DOOR_NOT_MOVED);
    assertThat(panel.writes).containsExactly("open=true", "open=false");
    assertThat(panel.tell(new Open())).isInstanceOf(CommandAnswer.Refused.class);
    panel.tell(new Acknowledge());
    panel.tell(new Open());
    panel.after(SHORT);
    assertThat(panel.writes).endsWith("open=true");
  }

  @Test
  void aDoorThatStopsHalfWayIsAFaultUntilItReachesAnEnd() {
    panel.tell(new Open());
    panel.set("is-closed", false).after(Duration.ofSeconds(11));
    assertThat(panel.faults()).containsExactly(FaultKind.DOOR_NEITHER);
    assertThat(panel.tell(new Close())).isEqualTo(CommandAnswer.ACCEPTED);
    panel.after(Duration.ofSeconds(2)).set("is-closed", true).after(SHORT);
    assertThat(panel.state()).isEqualTo(Door.CLOSED);
    assertThat(panel.faults()).isEmpty();
  }

  @Test
  void openAndClosedAtOnceIsAFaultOfTheSwitches() {
    panel.set("is-open", true).after(Duration.ofSeconds(9));
    assertThat(panel.state()).isEqualTo(Door.BETWEEN);
    panel.after(Duration.ofSeconds(2));
    assertThat(panel.faults()).containsExactly(FaultKind.DOOR_BOTH);
    assertThat(panel.tell(new Open())).isInstanceOf(CommandAnswer.Refused.class);
    panel.set("is-open", false).after(SHORT);
    assertThat(panel.state()).isEqualTo(Door.CLOSED);
  }

  @Test
  void neverBothPulsesAtOnce() {
    panel.tell(new Open());
    panel.after(SHORT);
    panel.tell(new Close());
    panel.after(Duration.ofMillis(100));
    assertThat(panel.writes).containsExactly("open=true", "open=false", "close=true");
    assertThat(panel.state()).isEqualTo(Door.CLOSED);
  }

  @Test
  void aPulseNobodyConfirmedIsNotRepeatedAndTheSwitchesTell() {
    panel.outcome = WriteOutcome.UNKNOWN;
    panel.tell(new Open());
    panel.after(SHORT);
    panel.outcome = WriteOutcome.CONFIRMED;
    panel.set("open", true).set("is-closed", false).after(Duration.ofSeconds(3));
    panel.set("is-open", true).after(SHORT);
    assertThat(panel.state()).isEqualTo(Door.OPEN);
    assertThat(panel.writes).containsExactly("open=true", "open=false");
    assertThat(panel.faults()).isEmpty();
  }

  @Test
  void aRefusedPulseIsAFaultAtOnce() {
    panel.outcome = WriteOutcome.REFUSED;
    panel.tell(new Open());
    panel.after(SHORT);
    assertThat(panel.faults()).containsExactly(FaultKind.OUTPUT_REFUSED);
    assertThat(panel.state()).isEqualTo(Door.CLOSED);
  }

  @Test
  void aPulseLeftOverFromBeforeTheLinkWasLostIsEnded() {
    panel.tell(new Open());
    panel.after(SHORT);
    panel.cut();
    panel.mend();
    panel.after(SHORT);
    assertThat(panel.writes).containsExactly("open=true", "open=false");
  }
}
