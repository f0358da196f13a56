package dev.aisle.device.plc.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.device.plc.WriteOutcome;
import dev.aisle.device.plc.machine.MachineCommand.Show;
import dev.aisle.device.plc.machine.MachineCommand.TakePress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalsTest {
  private static final Duration SHORT = Duration.ofMillis(50);

  private static Panel stack() {
    return new Panel(
        MachineSpec.of(
            "stack-1",
            "light-stack",
            Map.of("red", "r", "amber", "a", "green", "g", "show.rush", "red on, green slow")));
  }

  private static Panel button() {
    return new Panel(
        MachineSpec.of("call-1", "button", Map.of("input", "b", "stuck_after", "10 s")));
  }

  private static Panel eye() {
    return new Panel(MachineSpec.of("eye-1", "photo-eye", Map.of("input", "e")));
  }

  private static List<String> presses(Panel panel) {
    return panel.events.stream()
        .filter(event -> event instanceof MachineEvent.Pressed)
        .map(event -> (MachineEvent.Pressed) event)
        .map(press -> press.press() + (press.longPress() ? " long" : " short"))
        .toList();
  }

  @Test
  void aLightStackShowsItsPatternAndBlinksTwiceASecond() {
    Panel panel = stack();
    panel.tell(new Show("fault"));
    panel.after(Duration.ofSeconds(4));
    assertThat(panel.writes).hasSizeBetween(15, 17).containsOnly("r=true", "r=false");
    panel.writes.clear();
    panel.tell(new Show("rush"));
    panel.after(Duration.ofMillis(3_200));
    assertThat(panel.value("r")).contains(true);
    assertThat(panel.writes).doesNotContain("r=false");
    assertThat(panel.writes).filteredOn(write -> write.startsWith("g")).hasSizeBetween(3, 5);
    assertThat(panel.report().detail()).isEqualTo("rush");
    assertThat(panel.tell(new Show("party"))).isInstanceOf(CommandAnswer.Refused.class);
  }

  @Test
  void aLightStackGoesOnAfterALostLinkAndTriesGentlyWhileItFails() {
    Panel panel = stack();
    panel.tell(new Show("running"));
    panel.after(SHORT);
    panel.cut();
    panel.set("g", false).mend();
    panel.after(SHORT);
    assertThat(panel.writes).containsExactly("g=true", "g=true");
    panel.outcome = WriteOutcome.REFUSED;
    panel.tell(new Show("stopped"));
    panel.after(Duration.ofSeconds(3));
    assertThat(panel.writes).hasSizeLessThan(12);
    assertThat(panel.faults()).containsExactly(FaultKind.OUTPUT_REFUSED);
    panel.outcome = WriteOutcome.CONFIRMED;
    panel.after(Duration.ofSeconds(2));
    assertThat(panel.faults()).isEmpty();
  }

  @Test
  void aShortAndALongPressAreToldOnceEach() {
    Panel panel = button();
    panel.after(SHORT).set("b", true).after(Duration.ofMillis(300));
    assertThat(presses(panel)).isEmpty();
    panel.set("b", false).after(SHORT).set("b", true).after(Duration.ofSeconds(5));
    panel.set("b", false).after(SHORT);
    assertThat(presses(panel)).containsExactly("1 short", "2 long");
  }

  @Test
  void aPressBetweenTwoPollsIsNotLost() {
    Panel panel = button();
    panel.after(SHORT).blink("b");
    panel.after(SHORT);
    assertThat(presses(panel)).containsExactly("1 short");
  }

  @Test
  void aPressIsTakenOnce() {
    Panel panel = button();
    panel.after(SHORT).set("b", true).after(SHORT).set("b", false).after(SHORT);
    assertThat(panel.tell(new TakePress(1))).isEqualTo(CommandAnswer.ACCEPTED);
    assertThat(panel.tell(new TakePress(1)))
        .isInstanceOfSatisfying(
            CommandAnswer.Refused.class,
            no -> assertThat(no.why()).isEqualTo(CommandAnswer.Why.ALREADY_TAKEN));
    assertThat(panel.tell(new TakePress(2))).isInstanceOf(CommandAnswer.Refused.class);
  }

  @Test
  void aButtonFoundPressedTellsNothingUntilItWasLetGo() {
    Panel panel = button();
    panel.set("b", true).after(Duration.ofSeconds(3)).set("b", false).after(SHORT);
    assertThat(presses(panel)).isEmpty();
    panel.set("b", true).after(SHORT).set("b", false).after(SHORT);
    assertThat(presses(panel)).containsExactly("1 short");
  }

  @Test
  void aStuckButtonIsToBeChecked() {
    Panel panel = button();
    panel.after(SHORT).set("b", true).after(Duration.ofSeconds(11));
    assertThat(panel.faults()).containsExactly(FaultKind.BUTTON_STUCK);
    panel.set("b", false).after(SHORT);
    assertThat(panel.faults()).isEmpty();
  }

  @Test
  void anEyeCountsWhatPassesAlsoBetweenTwoPolls() {
    Panel panel = eye();
    panel.after(SHORT);
    panel.blink("e");
    panel.after(Duration.ofSeconds(1)).set("e", true).after(SHORT).set("e", false);
    panel.after(SHORT);
    assertThat(panel.report().count()).isEqualTo(2);
    assertThat(panel.events)
        .filteredOn(event -> event instanceof MachineEvent.Passed)
        .extracting(event -> ((MachineEvent.Passed) event).total())
        .containsExactly(1L, 2L);
  }

  @Test
  void aBlockedAndAChatteringEyeAreToBeChecked() {
    Panel panel = eye();
    panel.set("e", true).after(Duration.ofSeconds(31));
    assertThat(panel.faults()).containsExactly(FaultKind.EYE_BLOCKED);
    panel.set("e", false).after(SHORT);
    for (int i = 0; i < 30; i++) {
      panel.blink("e");
      panel.poll();
    }
    assertThat(panel.faults()).containsExactly(FaultKind.EYE_CHATTERS);
    panel.after(Duration.ofSeconds(3));
    assertThat(panel.faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "elevator | run=a | not a kind of machine",
        "conveyor | eye=a | 'run' is missing",
        "conveyor | run=a;speed=3 | no setting 'speed'",
        "conveyor | run=a;jam_after=soon | jam_after",
        "light-stack | show.x=red on | at least one of",
        "light-stack | red=a;show.x=red sometimes | neither a lamp",
        "light-stack | red=a;show.x=red | write lamp and light",
        "photo-eye | input=a;most_per_second=0 | above 0",
      })
  void aMachineWrittenWronglyIsRefusedWithASentence(String kind, String settings, String why) {
    Map<String, String> map = new java.util.HashMap<>();
    for (String setting : settings.split(";", -1)) {
      map.put(setting.split("=", 2)[0], setting.split("=", 2)[1]);
    }
    assertThatThrownBy(() -> MachineSpec.of("m", kind, map))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }
}
