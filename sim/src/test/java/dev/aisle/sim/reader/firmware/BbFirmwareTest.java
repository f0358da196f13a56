package dev.aisle.sim.reader.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.uhf.protocol.Bank;
import dev.aisle.sim.reader.tag.AirField;
import dev.aisle.sim.reader.tag.EmulatedTag;
import dev.aisle.sim.reader.tag.TagField;
import dev.aisle.sim.reader.tag.TagMemories;
import dev.aisle.sim.world.TagInField;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Frames are those of the vendor's protocol document where it prints one. */
class BbFirmwareTest {
  private static final String EPC = "30751FEB705C5904E3D50D70";
  private static final String OTHER = "30751FEB705C5904E3D50D71";
  private static final String SELECT_EPC =
      "BB000C001301000000206000" + "30751FEB705C5904E3D50D70" + "AD7E";

  private final TagMemories memories = new TagMemories();
  private final AirField field =
      new TagField(
          () -> List.of(new TagInField(OTHER, -50), new TagInField(EPC, -55)),
          memories,
          () -> 0,
          () -> 0,
          1,
          new SplittableRandom(1));
  private final BbFirmware module = new BbFirmware(new SplittableRandom(2));

  /** The tag of the vendor's document says that it has user memory. */
  @BeforeEach
  void markUserMemory() {
    memories.tag(EPC).write(Bank.EPC, 1, new byte[] {0x34, 0x00}, 0);
  }

  @Test
  void onlyTheSelectedTagIsWrittenAndReadBack() {
    assertThat(say(SELECT_EPC)).isEqualTo("BB010C0001000E7E");
    assertThat(say("BB0049000D00000000030000000212345678" + "6F7E"))
        .isEqualTo("BB014900100E3400" + EPC + "00A97E");
    assertThat(say("BB003900090000000003000000024" + "77E")).endsWith("12345678B07E");
    assertThat(memories.tag(OTHER).read(Bank.USER, 0, 2, 0))
        .isEqualTo(new EmulatedTag.Outcome.Done("00000000"));
  }

  @Test
  void aWrongPasswordIsRefusedWithTheTagThatIsMeant() {
    say(SELECT_EPC);
    assertThat(say("BB003900090000FFFF0300000002457E"))
        .isEqualTo("BB01FF0010160E3400" + EPC + "757E");
  }

  @Test
  void aMemoryLockedWithAPasswordTakesNoWriteWithoutIt() {
    say(SELECT_EPC);
    // access password 00001234 into the reserved bank, then lock the user memory with it
    assertThat(say(framed("49", "00000000" + "00" + "0002" + "0002" + "00001234")))
        .startsWith("BB0149");
    assertThat(say(framed("82", "00001234" + "000C02"))).startsWith("BB0182");
    assertThat(say(framed("49", "00000000" + "03" + "0000" + "0001" + "ABCD")))
        .startsWith("BB01FF0010B4");
    assertThat(say(framed("49", "00001234" + "03" + "0000" + "0001" + "ABCD")))
        .startsWith("BB0149");
    assertThat(say(framed("39", "00000000" + "03" + "00FF" + "0001"))).startsWith("BB01FF0010A3");
  }

  @Test
  void withNobodySelectedThereEachActHasItsOwnError() {
    say(framed("0C", "01000000206000" + "111111111111111111111111"));
    assertThat(say("BB003900090000FFFF0300000002457E")).isEqualTo("BB01FF000109" + "0A7E");
    assertThat(say("BB0049000D0000FFFF0300000002123456786D7E")).isEqualTo("BB01FF000110117E");
    assertThat(say("BB008200070000FFFF020080097E")).isEqualTo("BB01FF000113147E");
    assertThat(say("BB006500040000FFFF677E")).isEqualTo("BB01FF000112137E");
  }

  @Test
  void theByteThatWakesAModuleIsLost() {
    assertThat(say(framed("17", ""))).isEqualTo("BB0117000100197E");
    assertThat(say("BB00B70000B77E")).isEmpty();
    assertThat(say("BB00B70000B77E")).isEqualTo("BB01B7000207D0917E");
  }

  @Test
  void settingsAreReadBackAsTheyWereSet() {
    assertThat(say("BB00B600020A28EA7E")).isEqualTo("BB01B6000100B87E");
    assertThat(say("BB00B70000B77E")).isEqualTo("BB01B700020A28EC7E");
    assertThat(say("BB00070001030B7E")).isEqualTo("BB0107000100097E");
    assertThat(say("BB0008000008" + "7E")).isEqualTo("BB010800010" + "30D7E");
    assertThat(say("BB000D00000D7E")).isEqualTo("BB010D00021020407E");
  }

  @Test
  void framesCutAnywhereAreUnderstood() {
    assertThat(say("BB00B7") + say("0000B7") + say("7EBB0003")).isEqualTo("BB01B7000207D0917E");
    assertThat(say("00010205")).isEmpty();
    assertThat(say("7E")).isEmpty();
    assertThat(say("BB00B70000B77E")).isEqualTo("BB01B7000207D0917E");
  }

  private String say(String hex) {
    return module.receive(Hex.bytes(hex), field, 0).stream()
        .map(Hex::of)
        .collect(Collectors.joining());
  }

  private static String framed(String command, String parametersHex) {
    byte[] body =
        Hex.bytes("00" + command + "%04X".formatted(parametersHex.length() / 2) + parametersHex);
    int sum = 0;
    for (byte each : body) {
      sum += each;
    }
    return "BB" + Hex.of(body) + "%02X".formatted(sum & 0xFF) + "7E";
  }
}
