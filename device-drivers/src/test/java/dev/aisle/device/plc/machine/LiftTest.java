package dev.aisle.device.plc.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.device.plc.machine.MachineCommand.Call;
import dev.aisle.device.plc.machine.MachineCommand.LetGo;
import dev.aisle.device.plc.machine.MachineState.Lift;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiftTest {
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Map<String, String> POINTS = new LinkedHashMap<>();

  static {
    POINTS.put("call.ground", "call-0");
    POINTS.put("at.ground", "at-0");
    POINTS.put("call.upper", "call-1");
    POINTS.put("at.upper", "at-1");
    POINTS.put("is_open", "is-open");
    POINTS.put("fault", "fault");
  }

  private final Panel panel = new Panel(MachineSpec.of("lift-1", "lift", POINTS));

  @BeforeEach
  void itIsClosedAtTheGround() {
    panel.set("at-0", true).after(SHORT);
    assertThat(panel.state()).isEqualTo(Lift.CLOSED);
  }

  @Test
  void itIsReadyOnlyWhereItIsCalledAndOpen() {
    assertThat(panel.writes).as("not touched before it is told").isEmpty();
    panel.tell(new Call("upper"));
    panel.after(SHORT);
    assertThat(panel.writes).containsExactly("call-1=true");
    panel.set("is-open", true).after(SHORT);
    assertThat(panel.state()).as("open for somebody else").isEqualTo(Lift.OPEN);
    panel.set("is-open", false).set("at-0", false).after(SHORT);
    assertThat(panel.state()).isEqualTo(Lift.MOVING);
    panel.set("at-1", true).after(SHORT);
    assertThat(panel.state()).isEqualTo(Lift.CLOSED);
    panel.set("is-open", true).after(SHORT);
    assertThat(panel.state()).isEqualTo(Lift.READY);
  }

  @Test
  void twoCallsNeverStandAtOnce() {
    panel.tell(new Call("ground"));
    panel.after(SHORT);
    panel.tell(new Call("upper"));
    panel.after(Duration.ofSeconds(1));
    assertThat(panel.writes).containsExactly("call-0=true", "call-0=false", "call-1=true");
    panel.tell(new LetGo());
    panel.after(Duration.ofSeconds(1));
    assertThat(panel.writes).endsWith("call-1=false").hasSize(4);
  }

  @Test
  void itsOwnFaultAndContradictionsAreFaultsAsLongAsTheyLast() {
    panel.set("fault", true).after(SHORT);
    assertThat(panel.state()).isEqualTo(Lift.FAULT);
    assertThat(panel.faults()).containsExactly(FaultKind.LIFT_FAULT);
    panel.set("fault", false).set("at-1", true).after(SHORT);
    assertThat(panel.faults()).containsExactly(FaultKind.LIFT_LEVELS);
    panel.set("at-1", false).after(SHORT);
    assertThat(panel.faults()).isEmpty();
    assertThat(panel.state()).isEqualTo(Lift.CLOSED);
  }

  @Test
  void aLevelThatItHasNotIsRefused() {
    assertThat(panel.tell(new Call("roof"))).isInstanceOf(CommandAnswer.Refused.class);
    assertThatThrownBy(() -> MachineSpec.of("lift-2", "lift", Map.of("call.a", "x", "at.a", "y")))
        .hasMessageContaining("two levels");
  }
}
