package dev.aisle.device.rfid.a0;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.rfid.uhf.protocol.Bank;
import dev.aisle.device.rfid.uhf.protocol.Heard;
import dev.aisle.device.rfid.uhf.protocol.Heard.Concern;
import dev.aisle.device.rfid.uhf.protocol.TagSeen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class A0DialectTest {
  private static final String EPC = "E200301666130121155074EF";
  private static final A0Commands ASK = new A0Commands(1);
  private static final A0Answers SAY = new A0Answers(1);
  private final A0Dialect dialect = new A0Dialect();

  @Test
  void everyCodeHasAMeaningAndSaysWhomItConcerns() {
    assertThat(A0Errors.known()).hasSize(41);
    for (int code : A0Errors.known()) {
      assertThat(A0Errors.meaning(code)).as("%02X", code).isNotBlank().doesNotStartWith("error ");
    }
    assertThat(Map.of(0x22, concern(0x22), 0xEE, concern(0xEE), 0x54, concern(0x54)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(0x22, Concern.ANTENNA, 0xEE, Concern.ANTENNA, 0x54, Concern.LIMITS));
    assertThat(concern(0x53)).isEqualTo(Concern.READER);
    assertThat(concern(0x40)).isEqualTo(Concern.LOCKED);
    assertThat(concern(0x48)).isEqualTo(Concern.COMMAND);
    assertThat(A0Errors.meaning(0x99)).isEqualTo("error 99");
  }

  private static Concern concern(int code) {
    return A0Errors.concern(code);
  }

  @Test
  void noTagAndAnEmptyBufferAreAnswers() {
    assertThat(heardCode(A0Commands.INVENTORY, A0Errors.NO_TAG)).isEqualTo(new Heard.NoTag());
    assertThat(heardCode(A0Commands.GET_BUFFER, A0Errors.BUFFER_EMPTY))
        .isEqualTo(new Heard.NoTag());
    assertThat(dialect.heard(SAY.roundDone(A0Commands.INVENTORY, 1, 0, 0)))
        .isEqualTo(new Heard.RoundDone());
  }

  private Heard heardCode(int command, int code) {
    return dialect.heard(SAY.code(command, code));
  }

  @Test
  void aMissingAntennaOfAFastRoundIsNamed() {
    assertThat(dialect.heard(SAY.antennaRefused(3, A0Errors.ANTENNA_MISSING)))
        .isEqualTo(new Heard.Refused(0x22, "antenna 3: antenna missing", Concern.ANTENNA));
    assertThat(A0Dialect.isRoundEnd(SAY.antennaRefused(3, A0Errors.ANTENNA_MISSING))).isFalse();
    assertThat(A0Dialect.isRoundEnd(SAY.fastSwitchDone(0, 0))).isTrue();
    assertThat(A0Dialect.isRoundEnd(SAY.code(A0Commands.INVENTORY, 0x22))).isTrue();
  }

  @Test
  void aHotReaderAndABadAntennaAreConcerns() {
    assertThat(dialect.heard(SAY.temperature(70))).isEqualTo(new Heard.Answer());
    assertThat(dialect.heard(SAY.temperature(71)))
        .isInstanceOfSatisfying(
            Heard.Refused.class, hot -> assertThat(hot.concern()).isEqualTo(Concern.LIMITS));
    A0Dialect measuring = new A0Dialect(new A0Settings(129, OptionalInt.of(5), 70));
    assertThat(measuring.heard(SAY.bytes(A0Commands.RETURN_LOSS, 5))).isEqualTo(new Heard.Answer());
    assertThat(measuring.heard(SAY.bytes(A0Commands.RETURN_LOSS, 4)))
        .isInstanceOfSatisfying(
            Heard.Refused.class, bad -> assertThat(bad.concern()).isEqualTo(Concern.ANTENNA));
  }

  @Test
  void theSignalIsRawLessAnOffsetThatCanBeSet() {
    assertThat(only(dialect, tag(OptionalInt.empty())).rssiDbm()).hasValue(-60);
    A0Dialect other = new A0Dialect(new A0Settings(130, OptionalInt.empty(), 70));
    TagSeen seen = only(other, tag(OptionalInt.empty()));
    assertThat(seen.rssiDbm()).hasValue(-61);
    assertThat(seen.rssiRaw()).hasValue(0x45);
  }

  @Test
  void firmwareThatTellsThePhaseIsReadLikeAnyOther() {
    A0Frame withPhase = tag(OptionalInt.of(0x0123));
    assertThat(only(dialect, withPhase)).isEqualTo(only(dialect, tag(OptionalInt.empty())));
    assertThat(dialect.explain(withPhase)).containsEntry("phaseRaw", 0x0123);
  }

  @Test
  void frequenciesAreThoseOfTheListOrOfTheUsersOwnBand() {
    A0Band listed = new A0Band.Listed(1, 7, 59);
    assertThat(listed.khz(0)).hasValue(865_000);
    assertThat(listed.khz(6)).hasValue(868_000);
    assertThat(listed.khz(7)).hasValue(902_000);
    assertThat(listed.khz(29)).hasValue(913_000);
    assertThat(listed.khz(59)).hasValue(928_000);
    assertThat(listed.khz(60)).isEmpty();
    assertThat(new A0Band.Own(920_625, 250, 16).khz(15)).hasValue(924_375);
    assertThat(new A0Band.Own(920_625, 250, 16).khz(16)).isEmpty();
  }

  @Test
  void memoryAndItsBufferAreToldWithTheTagThatAnswered() {
    assertThat(A0Reply.parse(SAY.memory(1, 0x3000, EPC, "E2801105", 1, 2)))
        .isEqualTo(new A0Reply.Memory(1, EPC, "E2801105", 2));
    assertThat(A0Reply.parse(SAY.accessed(A0Commands.WRITE, 1, 0x3000, EPC, 0x10, 1, 4)))
        .isEqualTo(new A0Reply.Accessed(A0Commands.WRITE, EPC, 0x10, 4));
    assertThat(dialect.heard(SAY.buffered(A0Commands.TAKE_BUFFER, 1, 0x3000, EPC, 0x45, 1, 3, 9)))
        .isInstanceOfSatisfying(
            Heard.Tags.class, tags -> assertThat(tags.tags().get(0).antenna()).isEqualTo(3));
    byte[] damaged = SAY.memory(1, 0x3000, EPC, "E2801105", 1, 2).data();
    damaged[8] ^= 1;
    assertThat(dialect.heard(A0Frame.of(1, A0Commands.READ, damaged)))
        .isEqualTo(new Heard.Garbled("CRC of the tag is wrong"));
  }

  @Test
  void theNameAndTheTemperatureAreToldAsReadersReallySendThem() {
    assertThat(A0Reply.parse(SAY.identifier("DOCK-1"))).isEqualTo(new A0Reply.Identifier("DOCK-1"));
    assertThat(A0Reply.parse(SAY.identifier(""))).isEqualTo(new A0Reply.Identifier(""));
    assertThat(A0Reply.parse(SAY.bytes(A0Commands.TEMPERATURE, 1, 41)))
        .isEqualTo(new A0Reply.Temperature(41));
    assertThat(A0Reply.parse(SAY.bytes(A0Commands.TEMPERATURE, 0, 5)))
        .isEqualTo(new A0Reply.Temperature(-5));
  }

  @Test
  void commandsAndAnswersAreToldApartThoughTheyLookAlike() {
    assertThat(typeOf(ASK.version())).isEqualTo("command");
    assertThat(typeOf(SAY.bytes(A0Commands.VERSION, 1, 9))).isEqualTo("version");
    assertThat(typeOf(ASK.workAntenna(1))).isEqualTo("command");
    assertThat(typeOf(SAY.code(A0Commands.SET_ANTENNA, A0Errors.OK))).isEqualTo("done");
    assertThat(typeOf(ASK.inventory(1))).isEqualTo("command");
    assertThat(typeOf(tag(OptionalInt.empty()))).isEqualTo("tag");
    assertThat(typeOf(SAY.roundDone(A0Commands.INVENTORY, 1, 1, 1))).isEqualTo("round-done");
    assertThat(typeOf(SAY.code(A0Commands.INVENTORY, 0x22))).isEqualTo("refused");
    assertThat(typeOf(ASK.match(EPC))).isEqualTo("command");
    assertThat(typeOf(SAY.match(Optional.of(EPC)))).isEqualTo("match");
    assertThat(typeOf(ASK.write(Bank.USER, 0, "12345678", 0))).isEqualTo("command");
    assertThat(typeOf(SAY.accessed(A0Commands.WRITE, 1, 0x3000, EPC, 0x10, 1, 1)))
        .isEqualTo("tag-changed");
    assertThat(typeOf(ASK.fastSwitch(List.of(1, 2), 0, 1))).isEqualTo("command");
    assertThat(typeOf(ASK.power(30))).isEqualTo("command");
    assertThat(dialect.explain(ASK.power(30))).containsEntry("name", "set-power");
  }

  private Object typeOf(A0Frame frame) {
    return dialect.explain(frame).getOrDefault("type", "");
  }

  private static A0Frame tag(OptionalInt phase) {
    return SAY.tagSeen(A0Commands.INVENTORY, 1, 1, 0x3000, EPC, 0x45, phase);
  }

  private static TagSeen only(A0Dialect dialect, A0Frame frame) {
    return ((Heard.Tags) dialect.heard(frame)).tags().get(0);
  }
}
