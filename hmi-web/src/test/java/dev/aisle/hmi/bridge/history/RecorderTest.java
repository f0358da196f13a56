package dev.aisle.hmi.bridge.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.control.io.FleetView;
import dev.aisle.agv.control.io.VehicleView;
import dev.aisle.agv.control.io.VehicleView.Word;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.hmi.live.fleet.VehicleHistory.Activity;
import dev.aisle.hmi.live.fleet.VehicleHistory.Charge;
import dev.aisle.hmi.live.fleet.VehicleHistory.Part;
import dev.aisle.hmi.live.fleet.VehicleHistory.Span;
import dev.aisle.hmi.testing.WebServer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What a vehicle did, from the dispatcher's pictures to the database and back. */
class RecorderTest {
  private final HistoryStore store =
      new HistoryStore(
          WebServer.running().bean(JdbcTemplate.class),
          WebServer.running().bean(TransactionTemplate.class));
  private final Recorder recorder = new Recorder();
  private final Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS);

  private void look(String id, int second, Word word, double percent) {
    recorder.look(
        new FleetView(List.of(vehicle(id, word, percent)), List.of(), List.of()),
        start.plusSeconds(second));
  }

  private static VehicleView vehicle(String id, Word word, double percent) {
    return new VehicleView(
        new VehicleId(id),
        word,
        Optional.empty(),
        "L-1",
        OptionalDouble.of(percent),
        false,
        List.of(),
        Optional.empty(),
        "",
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void stretchesOfOneActivityFollowEachOtherAndGrowAsTheyAreStored() {
    look("AGV-51", 0, Word.DRIVING, 80);
    look("AGV-51", 10, Word.DRIVING, 80);
    recorder.store(store);
    look("AGV-51", 20, Word.WAITING, 80);
    look("AGV-51", 30, Word.WAITING, 78.5);
    recorder.store(store);
    assertThat(store.spans("AGV-51", start.minusSeconds(1)))
        .containsExactly(span(0, 20, Activity.DRIVING), span(20, 30, Activity.WAITING));
    assertThat(store.charges("AGV-51", start.minusSeconds(1)))
        .extracting(Charge::percent)
        .containsExactly(80.0, 78.5);
  }

  @Test
  void whatNobodySawIsAGapAndNoStretch() {
    look("AGV-52", 0, Word.DRIVING, 80);
    look("AGV-52", 5, Word.DRIVING, 80);
    look("AGV-52", 300, Word.DRIVING, 80);
    look("AGV-52", 301, Word.CHARGING, 80);
    recorder.store(store);
    assertThat(store.spans("AGV-52", start.minusSeconds(1)))
        .startsWith(span(0, 5, Activity.DRIVING), span(300, 301, Activity.DRIVING));
  }

  @Test
  void anHourIsAddedUpByActivity() {
    List<Span> spans =
        List.of(span(-600, 1_200, Activity.DRIVING), span(1_200, 4_000, Activity.IDLE));
    var hours = Activities.byHour(spans, start.minusSeconds(300), start.plusSeconds(3_900));
    assertThat(hours).hasSize(3);
    assertThat(hours.get(0).parts()).containsExactly(new Part(Activity.DRIVING, 300));
    assertThat(hours.get(1).parts())
        .containsExactly(new Part(Activity.DRIVING, 1_200), new Part(Activity.IDLE, 2_400));
    assertThat(hours.get(2).parts()).containsExactly(new Part(Activity.IDLE, 300));
  }

  @Test
  void theDatabaseKeepsSoManyDaysAndSoManyStretches() {
    List<HistoryStore.SpanOf> many = new ArrayList<>();
    for (int i = 0; i < HistoryStore.MOST_SPANS + 5; i++) {
      many.add(new HistoryStore.SpanOf("AGV-53", span(i, i + 1, Activity.IDLE)));
    }
    Instant longAgo = start.minus(HistoryStore.KEPT).minus(Duration.ofHours(1));
    many.add(
        new HistoryStore.SpanOf(
            "AGV-54", new Span(longAgo, longAgo.plusSeconds(5), Activity.IDLE, null)));
    store.write(many, List.of(new HistoryStore.ChargeOf("AGV-54", new Charge(longAgo, 50))));
    store.forget(start);
    assertThat(store.spans("AGV-53", start.minusSeconds(1)))
        .hasSize(HistoryStore.MOST_SPANS)
        .startsWith(span(5, 6, Activity.IDLE));
    assertThat(store.spans("AGV-54", Instant.EPOCH)).isEmpty();
    assertThat(store.charges("AGV-54", Instant.EPOCH)).isEmpty();
  }

  private Span span(long from, long to, Activity activity) {
    return new Span(start.plusSeconds(from), start.plusSeconds(to), activity, null);
  }
}
