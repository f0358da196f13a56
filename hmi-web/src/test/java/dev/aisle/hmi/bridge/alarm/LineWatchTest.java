package dev.aisle.hmi.bridge.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.link.DeviceHealth;
import dev.aisle.device.link.DeviceRates;
import dev.aisle.device.link.DeviceTrouble;
import dev.aisle.device.link.LinkState;
import dev.aisle.device.link.Ne107;
import dev.aisle.device.link.TroubleKind;
import dev.aisle.hmi.alarm.AlarmType;
import dev.aisle.hmi.bridge.alarm.LineWatch.Call;
import dev.aisle.hmi.bridge.device.running.LineUnit;
import dev.aisle.hmi.live.device.DeviceStatus.DeviceKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LineWatchTest {
  private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
  private static final String GATEWAY = "10.0.0.9:502";
  private static final Call LINE = new Call(AlarmType.GATEWAY_SILENT, GATEWAY);
  private static final Call HEAD_2 = new Call(AlarmType.TAG_HEAD_SILENT, "heads-1/2");

  private final LineWatch watch = new LineWatch();

  /** Of those that are not silent; now, unless it is said. */
  private @Nullable Instant lastAnswers;

  private final Map<String, Instant> silentUnits = new TreeMap<>();

  @Test
  void aGatewayThatIsGoneIsOneCallThatNamesEveryUnitBehindIt() {
    assertThat(look(0)).isEmpty();
    lastAnswers = at(0);
    silent("heads-1/1", 1);
    assertThat(look(1)).as("the others have not been asked yet").isEmpty();
    silent("heads-1/2", 2);
    assertThat(look(2)).isEmpty();
    silent("plc-1", 3);
    assertThat(look(3)).containsExactly(LINE);
    assertThat(watch.look(units(4), at(4)).get(LINE))
        .containsEntry("units", "heads-1/1, heads-1/2, plc-1")
        .containsEntry("trouble", "no-answer");
  }

  @Test
  void unitsThatComeBackOneAfterTheOtherAreNoCallsOfTheirOwn() {
    List.of("heads-1/1", "heads-1/2", "plc-1").forEach(unit -> silent(unit, 1));
    assertThat(look(1)).containsExactly(LINE);
    silentUnits.remove("plc-1");
    for (int second = 20; second < 29; second++) {
      assertThat(look(second)).as("second %d", second).isEmpty();
    }
    silentUnits.clear();
    assertThat(look(29)).isEmpty();
  }

  @Test
  void aUnitThatStaysAwayAfterItsLineIsBackIsCalledForByItself() {
    List.of("heads-1/1", "heads-1/2", "plc-1").forEach(unit -> silent(unit, 1));
    look(1);
    silentUnits.keySet().removeAll(Set.of("plc-1", "heads-1/1"));
    look(20);
    assertThat(look(31)).containsExactly(HEAD_2);
  }

  @Test
  void oneUnitThatIsSilentWhileOthersAnswerIsACallOfItsOwn() {
    silent("heads-1/2", 1);
    look(1);
    assertThat(look(2)).containsExactly(HEAD_2);
    silent("heads-1/1", 3);
    silent("plc-1", 3);
    assertThat(look(4)).as("its own outage goes on").containsExactlyInAnyOrder(HEAD_2, LINE);
    silentUnits.clear();
    assertThat(look(5)).isEmpty();
  }

  private Set<Call> look(int second) {
    return watch.look(units(second), at(second)).keySet();
  }

  private void silent(String unit, int second) {
    silentUnits.put(unit, at(second));
  }

  /** Those that are not silent answered just now. */
  private List<LineUnit> units(int second) {
    List<LineUnit> units = new ArrayList<>();
    for (String name : List.of("heads-1/1", "heads-1/2", "plc-1")) {
      boolean silent = silentUnits.containsKey(name);
      DeviceHealth health =
          new DeviceHealth(
              name,
              silent ? Ne107.FAILURE : Ne107.OK,
              silent ? LinkState.DOWN : LinkState.UP,
              Optional.of(silent ? START : lastAnswers != null ? lastAnswers : at(second)),
              0,
              0,
              0,
              silent
                  ? Optional.of(DeviceTrouble.of(TroubleKind.NO_ANSWER, "no answer"))
                  : Optional.empty(),
              new DeviceRates(0, 0, 0, 0));
      DeviceKind kind = name.startsWith("plc") ? DeviceKind.PLC : DeviceKind.TAG_HEAD;
      units.add(new LineUnit(name, name.split("/")[0], kind, GATEWAY, health));
    }
    return units;
  }

  private static Instant at(int second) {
    return START.plusSeconds(second);
  }
}
