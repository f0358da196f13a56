package dev.aisle.device.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.device.modbus.RegisterFormat.Type;
import dev.aisle.device.modbus.RegisterFormat.WordOrder;
import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RegisterFormatTest {
  static LongStream seeds() {
    return LongStream.rangeClosed(1, 20);
  }

  @ParameterizedTest
  @CsvSource({
    "INT16,  HIGH_FIRST, 1,     FFFF,     -1",
    "UINT16, HIGH_FIRST, 0.1,   00EB,     23.5",
    "INT32,  HIGH_FIRST, 1,     FFFFFFFE, -2",
    "INT32,  LOW_FIRST,  1,     E2400001, 123456",
    "UINT32, HIGH_FIRST, 1,     FFFFFFFF, 4294967295",
    "INT32,  HIGH_FIRST, 0.001, 0001E240, 123.456",
    "FLOAT32,HIGH_FIRST, 1,     42F6E979, 123.456",
    "FLOAT32,LOW_FIRST,  1000,  E97942F6, 123456",
    "FLOAT32,HIGH_FIRST, 1,     C0200000, -2.5",
  })
  void aNumberIsReadExactlyAndWrittenBack(
      Type type, WordOrder order, BigDecimal factor, String hex, BigDecimal value) {
    RegisterFormat format = new RegisterFormat(type, order, factor);
    int[] words = new int[hex.length() / 4];
    for (int i = 0; i < words.length; i++) {
      words[i] = Integer.parseInt(hex.substring(4 * i, 4 * i + 4), 16);
    }
    assertThat(format.read(words).orElseThrow()).isEqualByComparingTo(value);
    assertThat(format.write(value).orElseThrow()).containsExactly(words);
  }

  @Test
  void aFloatThatIsNoNumberIsNoValue() {
    RegisterFormat format = RegisterFormat.of(Type.FLOAT32);
    assertThat(format.read(0x7FC0, 0)).isEmpty();
    assertThat(format.read(0x7F80, 0)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"INT16, 1, 32768", "UINT16, 1, -1", "INT16, 0.1, 0.05", "UINT32, 1, 4294967296"})
  void aValueTheRegistersCannotHoldIsNotWritten(Type type, BigDecimal factor, BigDecimal value) {
    RegisterFormat format = new RegisterFormat(type, WordOrder.HIGH_FIRST, factor);
    assertThat(format.write(value)).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsWrittenIsReadAgain(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      BigDecimal value = BigDecimal.valueOf(random.nextInt(), 3);
      for (WordOrder order : WordOrder.values()) {
        RegisterFormat format = new RegisterFormat(Type.INT32, order, new BigDecimal("0.001"));
        assertThat(format.read(format.write(value).orElseThrow()).orElseThrow())
            .isEqualByComparingTo(value);
      }
    }
  }

  @Test
  void tooFewRegistersAreAMistakeOfTheCaller() {
    assertThatThrownBy(() -> RegisterFormat.of(Type.INT32).read(1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
