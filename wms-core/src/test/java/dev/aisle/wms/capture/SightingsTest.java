package dev.aisle.wms.capture;

import static dev.aisle.wms.testing.Goods.D1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.wms.capture.Sighting.Outcome;
import dev.aisle.wms.shared.Epc;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.testing.Goods;
import dev.aisle.wms.testing.SettableClock;
import dev.aisle.wms.testing.WmsTest;
import dev.aisle.wms.unit.UnitType;
import dev.aisle.wms.unit.Units;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@WmsTest
@RecordApplicationEvents
class SightingsTest {
  private static final Epc TAG = new Epc("E28011606000020D12345678");

  @Autowired Goods goods;
  @Autowired Units units;
  @Autowired Sightings sightings;
  @Autowired ApplicationEvents events;

  private Sscc pallet;

  @BeforeEach
  void aTaggedPallet() {
    goods.floor();
    pallet = units.announce(units.nextSscc(), UnitType.PALLET, Optional.of(TAG)).sscc();
  }

  private static TagSighting seen(Epc tag, int second, Direction direction) {
    Instant at = SettableClock.START.plusSeconds(second);
    return new TagSighting(
        "D1-portal", D1, "receiving", tag, at, at, 12, OptionalDouble.of(-48.5), direction);
  }

  @Test
  void aTagSeenAgainTooSoonIsCountedAndMeansNothing() {
    sightings.declare("D1-portal", Duration.ofSeconds(30));
    assertThat(sightings.record(seen(TAG, 0, Direction.IN))).isEqualTo(Outcome.SEEN);
    assertThat(sightings.record(seen(TAG, 2, Direction.IN))).isEqualTo(Outcome.REPEATED);
    assertThat(sightings.record(seen(TAG, 31, Direction.IN))).isEqualTo(Outcome.REPEATED);
    assertThat(sightings.record(seen(TAG, 62, Direction.IN))).isEqualTo(Outcome.SEEN);
    assertThat(events.stream(HandlingUnitSeen.class))
        .hasSize(2)
        .allMatch(event -> event.unit().equals(pallet));
    assertThat(sightings.of(pallet)).extracting(Sighting::repeats).containsExactly(2, 0);
    assertThat(sightings.newest(1).getFirst().seen().peakRssi()).hasValue(-48.5);
  }

  @Test
  void theOtherDirectionIsNotARepeat() {
    sightings.record(seen(TAG, 0, Direction.IN));
    assertThat(sightings.record(seen(TAG, 1, Direction.OUT))).isEqualTo(Outcome.SEEN);
  }

  @Test
  void aTagOfNoUnitIsUnknownUntilItIsBound() {
    Epc stranger = new Epc("E28011606000020DFFFFFFFF");
    assertThat(sightings.record(seen(stranger, 0, Direction.IN))).isEqualTo(Outcome.UNKNOWN);
    assertThat(events.stream(UnknownTag.class)).hasSize(1);
    units.bindTag(pallet, stranger);
    assertThat(sightings.record(seen(stranger, 1, Direction.IN))).isEqualTo(Outcome.SEEN);
  }

  @Test
  void aTagThatCarriesAnSsccNamesItsUnitWithoutBeingBound() {
    Sscc other = units.announce(units.nextSscc(), UnitType.PALLET, Optional.empty()).sscc();
    Epc tag = Epc.sscc96(other, Units.COMPANY_PREFIX.length(), 6);
    assertThat(sightings.record(seen(tag, 0, Direction.IN))).isEqualTo(Outcome.SEEN);
    assertThat(sightings.of(other)).hasSize(1);
  }
}
