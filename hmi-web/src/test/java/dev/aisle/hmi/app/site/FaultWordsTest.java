package dev.aisle.hmi.app.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.printer.HeldLabel;
import dev.aisle.device.rfid.encoding.Hitch;
import dev.aisle.device.setting.SettingFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Words that go to the screens are said there in both languages. */
class FaultWordsTest {
  private static final Path SCREENS = Path.of("frontend/src");

  @Test
  void everyMistakeInASettingHasWordsInBothLanguages() throws IOException {
    assertBothLanguages(
        "api/mistakeTexts.ts",
        Stream.concat(
                Arrays.stream(FaultKind.values()).map(FaultKind::word),
                Arrays.stream(SettingFault.values()).map(SettingFault::word))
            .toList());
  }

  @Test
  void everyReasonToHoldALabelHasWordsInBothLanguages() throws IOException {
    assertBothLanguages(
        "features/devices/stationWords.ts",
        Arrays.stream(HeldLabel.Why.values()).map(HeldLabel.Why::word).toList());
  }

  @Test
  void everyHitchInWritingATagHasWordsInBothLanguages() throws IOException {
    assertBothLanguages(
        "features/encoding/texts.ts",
        Arrays.stream(Hitch.What.values()).map(Hitch.What::word).toList());
  }

  private static void assertBothLanguages(String file, List<String> words) throws IOException {
    String texts = Files.readString(SCREENS.resolve(file), StandardCharsets.UTF_8);
    assertThat(words)
        .allSatisfy(
            word ->
                assertThat(
                        Pattern.compile("^ +\"?" + word + "\"?:", Pattern.MULTILINE)
                            .matcher(texts)
                            .results()
                            .count())
                    .as(word)
                    .isEqualTo(2));
  }
}
