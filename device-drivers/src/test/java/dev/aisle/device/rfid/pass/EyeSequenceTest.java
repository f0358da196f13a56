package dev.aisle.device.rfid.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.rfid.pass.record.EyeEvent;
import dev.aisle.device.rfid.pass.record.EyeEvent.Eye;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** O and I: outer or inner eye gets dark; o and i: it is free again; the number is seconds. */
class EyeSequenceTest {
  private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource({
    "a short pallet inwards,                O0 o1 I2 i3,                       IN",
    "a short pallet outwards,               I0 i1 O2 o3,                       OUT",
    "a long truck inwards,                  O0 I1 o2 i3,                       IN",
    "a long truck outwards,                 I0 O1 i2 o3,                       OUT",
    "a truck that backs out,                O0 I1 i2 o3,                       ''",
    "one that only looks in,                O0 o1,                             ''",
    "two pallets close together,            O0 o0.8 O1.3 I1.5 o2 i2.2 I2.8 i4, IN IN",
    "a gap between mast and load,           O0 o0.5 O0.7 I1 i1.4 I1.6 o2 i3,   IN",
    "the gap is before the inner eye alone, O0 I1 i1.1 I1.3 o2 i3,             IN",
    "looks in and another goes out later,   O0 o1 I20 i21 O22 o23,             OUT",
    "backs out and another goes out soon,   O0 I1 i2 o3 I4 O5 i6 o7,           OUT",
    "an eye that stays dark,                O0 I5 i6 I60 i61,                  ''",
    "in and soon out again,                 O0 I1 o2 i3 I4 O5 i6 o7,           IN OUT",
  })
  void itTellsWhatWentThroughAndNothingElse(String what, String events, String directions) {
    EyeSequence eyes = new EyeSequence(Duration.ofSeconds(10).toNanos());
    List<String> told = new ArrayList<>();
    for (String event : events.split(" ")) {
      char eye = event.charAt(0);
      EyeSequence.Crossing crossing =
          eyes.add(
              new EyeEvent(
                  "D1",
                  Character.toUpperCase(eye) == 'O' ? Eye.OUTER : Eye.INNER,
                  Character.isUpperCase(eye),
                  START.plusMillis((long) (Double.parseDouble(event.substring(1)) * 1_000))));
      if (crossing != null) {
        told.add(crossing.direction().name());
      }
    }
    assertThat(String.join(" ", told)).as(what).isEqualTo(directions);
  }
}
