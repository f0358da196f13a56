package dev.aisle.hmi.bridge.device.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.link.DeviceFailure;
import dev.aisle.device.link.DeviceTrouble;
import dev.aisle.device.link.HealthMeter;
import dev.aisle.device.link.TroubleKind;
import dev.aisle.device.printer.PrinterStatus;
import dev.aisle.device.serial.ByteLink;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TroubleTest {
  private static final Path WORDS = Path.of("frontend/src/features/devices/words.ts");

  @ParameterizedTest
  @EnumSource(TroubleKind.class)
  void everyKindOfTroubleHasWordsInBothLanguages(TroubleKind kind) throws IOException {
    assertThat(timesSaid(kind.word())).as(kind.word()).isGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(PrinterStatus.Trouble.class)
  void whateverAPrinterNeedsHasWordsInBothLanguages(PrinterStatus.Trouble need) throws IOException {
    assertThat(timesSaid(need.word())).as(need.word()).isGreaterThanOrEqualTo(2);
  }

  private static long timesSaid(String word) throws IOException {
    String key =
        Pattern.compile("-(.)")
            .matcher(word)
            .replaceAll(
                (MatchResult letter) ->
                    Matcher.quoteReplacement(letter.group(1).toUpperCase(Locale.ROOT)));
    String words = Files.readString(WORDS, StandardCharsets.UTF_8);
    return Pattern.compile("^ +" + key + ": \"", Pattern.MULTILINE)
        .matcher(words)
        .results()
        .count();
  }

  @Test
  void aClosedPortIsToldByWhatWasThrownAndNotByWhatItSays() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    assertThat(troubleOf("127.0.0.1:" + port)).isEqualTo("connection-refused");
    assertThat(troubleOf("/dev/no-such-port")).isEqualTo("no-port");
  }

  private static String troubleOf(String address) {
    HealthMeter meter = new HealthMeter("reader-1", Clock.systemUTC());
    try (ByteLink link = ByteLink.to(address, 9600)) {
      link.open();
    } catch (IOException e) {
      meter.down(DeviceTrouble.of(e));
    }
    Trouble trouble = Trouble.of(meter.read()).orElseThrow();
    assertThat(trouble.params()).containsEntry("device", "reader-1");
    assertThat(trouble.params().values()).contains(address);
    return trouble.code();
  }

  @Test
  void aSentenceThatSpeaksOfAnAntennaIsNoTroubleOfAnAntenna() {
    HealthMeter meter = new HealthMeter("reader-1", Clock.systemUTC());
    meter.down(
        DeviceTrouble.of(
            new DeviceFailure(
                TroubleKind.BAD_SETTING, "antenna 2 is set, but the module has only one")));
    assertThat(Trouble.of(meter.read()).orElseThrow().code()).isEqualTo("bad-setting");
  }
}
