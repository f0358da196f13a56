package dev.aisle.device.plc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.device.modbus.RegisterFormat;
import dev.aisle.device.modbus.RegisterFormat.Type;
import dev.aisle.device.modbus.RegisterFormat.WordOrder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointTextTest {
  @Test
  void aNumberHasATypeAWordOrderAndAFactor() {
    Point weight = Point.parse("holding 10 int32 low-word-first factor 0.001");
    assertThat(weight.isNumber()).isTrue();
    assertThat(weight.writable()).isTrue();
    assertThat(weight.format())
        .contains(new RegisterFormat(Type.INT32, WordOrder.LOW_FIRST, new BigDecimal("0.001")));
    Point heat = Point.parse("input-register 7 float32");
    assertThat(heat.kind()).isEqualTo(Point.Kind.INPUT_REGISTER);
    assertThat(heat.writable()).isFalse();
  }

  @Test
  void aCounterCanBeWide() {
    Point eye = Point.parse("input 0 counter 4 uint32 low-word-first");
    assertThat(eye.counter()).isEqualTo(OptionalInt.of(4));
    assertThat(eye.isNumber()).isFalse();
    assertThat(eye.countFormat().bits(0x0001, 0x0002)).isEqualTo(0x20001);
    assertThat(Point.parse("counter 40").countFormat().words()).isEqualTo(1);
  }

  @Test
  void aContactCanBeInvertedAndDebounced() {
    Point stop = Point.parse("input 12 inverted debounce 60 ms");
    assertThat(stop.inverted()).isTrue();
    assertThat(stop.debounce().orElseThrow().in(Duration.ofMillis(25))).isEqualTo(4);
    assertThat(Point.parse("input 1 debounce 3 polls").debounce()).contains(new Debounce.Polls(3));
    assertThat(Point.parse("holding 302 bit 4").writable()).isFalse();
  }

  @Test
  void aRelayCanBeEndedByItsBoard() {
    Point horn = Point.parse("coil 3 flash 515 500 ms");
    assertThat(horn.flash()).contains(new Point.Flash(0x0203, Duration.ofMillis(500)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "coil 3 int16",
        "coil 3 flash 515",
        "coil 3 flash 515 50 ms",
        "coil 3 flash 515 250 ms",
        "coil 3 flash 515 4000 s",
        "coil 3 flash 70000 500 ms",
        "coil 3 inverted flash 515 500 ms",
        "input 3 flash 515 500 ms",
        "holding 5 factor 0.1",
        "holding 5 low-word-first",
        "holding 5 bit 16",
        "holding 5 int16 bit 2",
        "holding 5 int16 factor 0",
        "holding 5 int16 factor many",
        "input 3 counter 4 int16",
        "input 3 counter 4 uint16 factor 2",
        "input 3 counter 4 debounce 60 ms",
        "counter 4 inverted",
        "holding 5 int16 inverted",
        "input 3 debounce 60",
        "input 3 debounce 60 weeks",
        "input 3 debounce 0 polls",
        "input 3 sometimes",
        "input 3 counter"
      })
  void aPointThatMakesNoSenseIsRefusedWithASentence(String written) {
    assertThatThrownBy(() -> Point.parse(written))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(written)
        .hasMessageMatching(".{40,}");
  }
}
