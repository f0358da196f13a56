package dev.aisle.hmi.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
  /**
   * "No tag in this round": type 1, command FF, one parameter 15; the checksum is the low byte of
   * 01 + FF + 00 + 01 + 15.
   */
  private static final String NO_TAG = "BB 01 FF 00 01 15 16 7E";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private byte[] input = new byte[0];

  @Test
  void aSiteWithTenMistakesIsRefusedWithTenLines() {
    int code = run("check-site", "src/test/resources/sites/ten-mistakes.yaml");
    assertThat(code).isEqualTo(1);
    List<String> lines = err.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(11);
    assertThat(lines.getFirst())
        .startsWith("src/test/resources/sites/ten-mistakes.yaml:2:11: timezone: 'Asia/Shangai'");
    assertThat(lines.getLast())
        .isEqualTo("10 mistakes in src/test/resources/sites/ten-mistakes.yaml");
    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void aSiteWithoutMistakesIsSummedUpInTenLines() {
    int code = run("check-site", "src/main/resources/demo-site");
    assertThat(code).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .hasSize(10)
        .contains(
            "Room for 48 handling units in 48 slots", "Vehicles: 6 (6 simulated)", "No mistakes.");
  }

  @Test
  void aFolderWithoutASiteIsSaidSo(@TempDir Path folder) {
    assertThat(run("check-site", folder.toString())).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("there is no file " + folder);
  }

  @ParameterizedTest(name = "aisle {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          dance                       | There is no command 'dance'.
          demo --prot 80              | There is no option '--prot' here.
          demo --port eighty          | The option '--port' takes a number from 0 to 65535, not 'eighty'.
          demo --port                 | The option '--port' needs a value.
          demo --operators robots     | --operators takes auto or people, not 'robots'.
          demo --speed 1000           | The option '--speed' takes a number from 0.1 to 30, not '1000'.
          demo now                    | 'now' is not understood here.
          run                         | run needs a site: --site DIR.
          rfid decode --protocol zz   | --protocol takes a0, bb, chafon18, chafon288, thingmagic
          rfid decode --protocol bb --hex XY | This is not hex
          epc decode                  | epc takes decode HEX
          epc decode 30 --pc zz       | --pc takes four hex digits, not 'zz'.
          epc encode sscc:106141412345678908 --prefixes 1 | --prefixes takes DIGITS=LENGTH,…, not '1'.
          print                       | print knows: test.
          print test                  | print test needs --printer HOST:PORT, or --site DIR --printer NAME, or --zpl.
          print test --printer ZEBRA  | --printer takes HOST:PORT, or with --site DIR the name of a
          print test --label big --zpl | --label takes sscc, location or case.
          print test --sscc 12 --zpl  | --sscc takes 18 digits
          """)
  void whatMakesNoSenseIsAnsweredByOneSentence(String words, String sentence) {
    assertThat(run(words.split(" "))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith(sentence).hasLineCount(1);
  }

  @Test
  void aSiteThatIsNotThereStartsNothing(@TempDir Path folder) {
    assertThat(run("run", "--site", folder.toString())).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("there is no file")
        .endsWith("nothing was started.\n");
  }

  @Test
  void framesBecomeLinesAndNoiseBetweenThemIsReported() {
    int code = run("rfid", "decode", "--protocol", "bb", "--hex", "00 11 " + NO_TAG + " BB 02 22");
    assertThat(code).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "{\"type\":\"noise\",\"bytes\":\"0011\",\"error\":\"no frame\"}",
            "{\"type\":\"no-tag\"}",
            "{\"type\":\"bad-frame\",\"bytes\":\"BB0222\",\"error\":\"length, checksum or end of"
                + " the frame is wrong\"}");
  }

  @Test
  void bytesOnTheInputAreReadRawOrAsHexText() {
    input = HexFormat.of().parseHex(NO_TAG.replace(" ", ""));
    run("rfid", "decode", "--protocol", "bb", "-");
    input = NO_TAG.getBytes(StandardCharsets.US_ASCII);
    run("rfid", "decode", "--protocol", "bb");
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("{\"type\":\"no-tag\"}", "{\"type\":\"no-tag\"}");
  }

  @Test
  void aTagsContentsAndItsKeyAreTheSameThing() throws IOException {
    // Examples of the GS1 EPC Tag Data Standard for SSCC-96.
    assertThat(run("epc", "encode", "urn:epc:id:sscc:0614141.1234567890")).isZero();
    String encoded = out.toString(StandardCharsets.UTF_8);
    assertThat(encoded).contains("\"type\":\"sscc-96\"", "\"key\":\"106141412345678908\"");
    String hex = encoded.replaceAll(".*\"epc\":\"([0-9A-F]+)\".*", "$1").strip();
    out.reset();
    assertThat(run("epc", "decode", hex)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(encoded);
    out.reset();
    assertThat(run("epc", "encode", "sscc:106141412345678908")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(encoded);
    assertThat(run("epc", "decode", "nonsense")).isEqualTo(1);
  }

  @Test
  void helpNamesEveryCommand() throws IOException {
    assertThat(run("help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("demo", "run --site", "check-site", "rfid decode", "epc decode", "test");
    assertThat(Files.exists(Path.of("data"))).isFalse();
  }

  private int run(String... words) {
    err.reset();
    return new CommandLine(
            new ByteArrayInputStream(input),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(List.of(words));
  }
}
