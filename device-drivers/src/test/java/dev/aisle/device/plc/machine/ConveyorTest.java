package dev.aisle.device.plc.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.link.Ne107;
import dev.aisle.device.plc.WriteOutcome;
import dev.aisle.device.plc.machine.MachineCommand.Acknowledge;
import dev.aisle.device.plc.machine.MachineCommand.Start;
import dev.aisle.device.plc.machine.MachineCommand.Stop;
import dev.aisle.device.plc.machine.MachineState.Conveyor;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConveyorTest {
  private static final Duration SHORT = Duration.ofMillis(50);

  private final Panel panel =
      new Panel(
          MachineSpec.of(
              "belt-1",
              "conveyor",
              Map.of("run", "run", "fault", "fault", "eye", "eye", "jam_after", "3 s")));

  private void start() {
    panel.after(SHORT);
    assertThat(panel.tell(new Start())).isEqualTo(CommandAnswer.ACCEPTED);
    panel.after(SHORT);
    assertThat(panel.state()).isEqualTo(Conveyor.RUNNING);
  }

  @Test
  void itRunsAndStopsAsItIsTold() {
    assertThat(panel.tell(new Start())).isInstanceOf(CommandAnswer.Refused.class);
    start();
    panel.tell(new Stop());
    panel.after(SHORT);
    assertThat(panel.state()).isEqualTo(Conveyor.STOPPED);
    assertThat(panel.writes).containsExactly("run=true", "run=false");
    assertThat(panel.report().health()).isEqualTo(Ne107.OK);
  }

  @Test
  void goodsThatStandBeforeTheEyeAreAJamAndStopIt() {
    start();
    panel.set("eye", true).after(Duration.ofMillis(2_900));
    assertThat(panel.state()).isEqualTo(Conveyor.RUNNING);
    panel.after(Duration.ofMillis(200));
    assertThat(panel.state()).isEqualTo(Conveyor.JAMMED);
    assertThat(panel.writes).containsExactly("run=true", "run=false");
    assertThat(panel.report().health()).isEqualTo(Ne107.FAILURE);
    assertThat(panel.tell(new Start())).isInstanceOf(CommandAnswer.Refused.class);
    assertThat(panel.tell(new Acknowledge()))
        .isInstanceOfSatisfying(
            CommandAnswer.Refused.class,
            no -> assertThat(no.why()).isEqualTo(CommandAnswer.Why.CAUSE_STANDS));
    panel.set("eye", false).after(SHORT);
    assertThat(panel.state()).isEqualTo(Conveyor.JAMMED);
    assertThat(panel.tell(new Acknowledge())).isEqualTo(CommandAnswer.ACCEPTED);
    panel.after(SHORT);
    assertThat(panel.state()).isEqualTo(Conveyor.STOPPED);
    assertThat(panel.writes).hasSize(2);
  }

  @Test
  void parcelsCloseTogetherAreNoJam() {
    start();
    for (int i = 0; i < 5; i++) {
      panel.set("eye", true).after(Duration.ofSeconds(2));
      panel.set("eye", false).set("eye", true);
    }
    assertThat(panel.state()).isEqualTo(Conveyor.RUNNING);
  }

  @Test
  void aStandingConveyorWithGoodsBeforeTheEyeIsNotJammedAtTheStart() {
    panel.set("eye", true).after(Duration.ofSeconds(60));
    start();
    panel.after(Duration.ofSeconds(2)).set("eye", false).after(SHORT);
    assertThat(panel.state()).isEqualTo(Conveyor.RUNNING);
  }

  @Test
  void aFaultOfTheDriveStopsItAndItDoesNotStartByItself() {
    start();
    panel.set("fault", true).after(SHORT);
    assertThat(panel.state()).isEqualTo(Conveyor.FAULT);
    assertThat(panel.writes).endsWith("run=false");
    panel.set("fault", false).after(Duration.ofSeconds(5));
    assertThat(panel.state()).isEqualTo(Conveyor.FAULT);
    panel.tell(new Acknowledge());
    panel.after(SHORT);
    assertThat(panel.state()).isEqualTo(Conveyor.STOPPED);
  }

  @Test
  void afterALostLinkItStandsUntilItIsStartedAgain() {
    start();
    panel.cut();
    assertThat(panel.state()).isEqualTo(Conveyor.UNKNOWN);
    assertThat(panel.report().health()).isEqualTo(Ne107.UNKNOWN);
    panel.set("run", false).mend();
    panel.after(Duration.ofSeconds(5));
    assertThat(panel.state()).isEqualTo(Conveyor.STOPPED);
    assertThat(panel.writes).containsExactly("run=true");
  }

  @Test
  void aStartNobodyConfirmsIsNotRepeated() {
    panel.after(SHORT);
    panel.outcome = WriteOutcome.UNKNOWN;
    panel.tell(new Start());
    panel.after(Duration.ofSeconds(5));
    assertThat(panel.writes).containsExactly("run=true");
    assertThat(panel.faults()).containsExactly(FaultKind.OUTPUT_UNKNOWN);
  }

  @Test
  void aStopIsTriedUntilItIsConfirmed() {
    start();
    panel.outcome = WriteOutcome.UNKNOWN;
    panel.tell(new Stop());
    panel.after(Duration.ofSeconds(1));
    assertThat(panel.writes).contains("run=false").hasSizeGreaterThan(2);
    panel.outcome = WriteOutcome.CONFIRMED;
    panel.after(Duration.ofSeconds(1));
    assertThat(panel.state()).isEqualTo(Conveyor.STOPPED);
  }

  @Test
  void whoeverSwitchesItByHandIsNoticed() {
    start();
    panel.set("run", false).after(SHORT);
    assertThat(panel.state()).isEqualTo(Conveyor.STOPPED);
    assertThat(panel.faults()).containsExactly(FaultKind.OUTPUT_CHANGED);
    assertThat(panel.report().health()).isEqualTo(Ne107.CHECK);
    assertThat(panel.tell(new Start())).isEqualTo(CommandAnswer.ACCEPTED);
  }

  @Test
  void everyChangeIsToldOnce() {
    start();
    panel.set("fault", true).after(Duration.ofSeconds(1));
    assertThat(panel.events)
        .filteredOn(event -> event instanceof MachineEvent.FaultRaised)
        .hasSize(1);
    assertThat(panel.events)
        .filteredOn(event -> event instanceof MachineEvent.StateChanged)
        .extracting(event -> ((MachineEvent.StateChanged) event).to())
        .containsExactly(Conveyor.STOPPED, Conveyor.RUNNING, Conveyor.FAULT);
  }
}
