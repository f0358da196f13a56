package dev.aisle.hmi.alarm;

import static dev.aisle.hmi.alarm.AlarmType.BROKER_DOWN;
import static dev.aisle.hmi.alarm.AlarmType.READER_SILENT;
import static dev.aisle.hmi.alarm.AlarmType.TRANSPORT_FAILED;
import static dev.aisle.hmi.alarm.AlarmType.VEHICLE_OFFLINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.hmi.alarm.AlarmBoard.Change.Clear;
import dev.aisle.hmi.alarm.AlarmBoard.Change.Raise;
import dev.aisle.hmi.alarm.AlarmBoard.Key;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlarmBoardTest {
  private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
  private static final Key READER = new Key(READER_SILENT, "reader-D1");
  private static final Key BROKER = new Key(BROKER_DOWN, "broker");
  private static final Key VEHICLE = new Key(VEHICLE_OFFLINE, "AGV-01");

  private final AlarmBoard board = new AlarmBoard();

  @Test
  void aTroubleThatLastsIsRaisedOnceAndClearedOnce() {
    board.raise(READER, Map.of("port", "ttyUSB0"), at(0));
    board.raise(READER, Map.of("port", "ttyUSB0"), at(1));
    assertThat(board.due(at(1.9))).as("its delay is not over").isEmpty();
    assertThat(board.due(at(2))).containsExactly(new Raise(READER, Map.of("port", "ttyUSB0")));
    board.raise(READER, Map.of(), at(3));
    assertThat(board.due(at(4))).isEmpty();
    assertThat(board.active(AlarmPriority.MEDIUM)).isOne();
    board.clear(READER, at(5));
    assertThat(board.due(at(5))).containsExactly(new Clear(READER));
    assertThat(board.due(at(6))).isEmpty();
  }

  @Test
  void aTroubleThatIsOverBeforeItsDelayCallsNobody() {
    board.raise(READER, Map.of(), at(0));
    board.clear(READER, at(1));
    assertThat(board.due(at(10))).isEmpty();
  }

  @Test
  void aBrokerThatIsGoneRaisesOneAlarmAndNotOneForEachVehicle() {
    board.raise(VEHICLE, Map.of(), at(0));
    board.raise(BROKER, Map.of(), at(0.5));
    assertThat(board.due(at(60))).containsExactly(new Raise(BROKER, Map.of()));
    board.clear(BROKER, at(61));
    assertThat(board.due(at(61))).containsExactly(new Clear(BROKER));
    assertThat(board.due(at(62))).as("vehicles get time to come back").isEmpty();
    assertThat(board.due(at(64))).containsExactly(new Raise(VEHICLE, Map.of()));
  }

  @Test
  void aVehicleThatComesBackWithTheBrokerIsNeverAnAlarm() {
    board.raise(BROKER, Map.of(), at(0));
    board.raise(VEHICLE, Map.of(), at(1));
    board.due(at(10));
    board.clear(BROKER, at(20));
    board.clear(VEHICLE, at(21));
    assertThat(board.due(at(60))).containsExactly(new Clear(BROKER));
  }

  @Test
  void aLooseContactIsAFewAlarmsAndThenOneThatStands() {
    int raised = 0;
    int cleared = 0;
    for (double second = 0; second < 600; second += 0.5) {
      if (second % 10 < 6) {
        board.raise(READER, Map.of(), at(second));
      } else {
        board.clear(READER, at(second));
      }
      for (AlarmBoard.Change change : board.due(at(second))) {
        raised += change instanceof Raise ? 1 : 0;
        cleared += change instanceof Clear ? 1 : 0;
      }
    }
    assertThat(raised).as("sixty outages in ten minutes").isEqualTo(2);
    assertThat(cleared).isEqualTo(1);
    board.clear(READER, at(600));
    assertThat(board.due(at(606))).containsExactly(new Clear(READER));
  }

  @Test
  void somethingThatHappenedIsRaisedEachTime() {
    Key failed = new Key(TRANSPORT_FAILED, "T-000001");
    board.raise(failed, Map.of("code", "blocked"), at(0));
    assertThat(board.due(at(0))).containsExactly(new Raise(failed, Map.of("code", "blocked")));
    board.raise(failed, Map.of("code", "again"), at(1));
    assertThat(board.due(at(1))).containsExactly(new Raise(failed, Map.of("code", "again")));
  }

  @Test
  void whatCouldNotBeWrittenIsDueAgain() {
    board.raise(READER, Map.of(), at(0));
    List<AlarmBoard.Change> first = board.due(at(2));
    board.retry(first.getFirst(), at(2));
    assertThat(board.due(at(5))).isEqualTo(first);
    board.clear(READER, at(6));
    AlarmBoard.Change clear = board.due(at(6)).getFirst();
    board.retry(clear, at(6));
    assertThat(board.due(at(7))).containsExactly(clear);
    assertThat(board.due(at(8))).isEmpty();
  }

  @Test
  void theBoardNeverGrowsWithoutEnd() {
    for (int i = 0; i < AlarmBoard.MOST_SOURCES + 500; i++) {
      board.raise(new Key(READER_SILENT, "reader-" + i), Map.of(), at(0));
    }
    assertThat(board.due(at(60))).hasSize(AlarmBoard.MOST_SOURCES);
  }

  private static Instant at(double seconds) {
    return START.plusMillis(Math.round(seconds * 1000));
  }
}
