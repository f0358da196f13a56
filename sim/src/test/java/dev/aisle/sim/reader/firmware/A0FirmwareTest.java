package dev.aisle.sim.reader.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.a0.A0Commands;
import dev.aisle.device.rfid.a0.A0Frame;
import dev.aisle.device.rfid.a0.A0FrameCodec;
import dev.aisle.device.rfid.uhf.protocol.Bank;
import dev.aisle.sim.reader.BenchAir;
import dev.aisle.sim.reader.tag.EmulatedTag;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Frames are those of the published captures where there is one. */
class A0FirmwareTest {
  private static final String EPC = "E200301666130121155074EF";
  private static final A0Commands ASK = new A0Commands(1);
  private final BenchAir air = new BenchAir();
  private final A0Firmware reader = new A0Firmware();
  private long nanos;

  @Test
  void answersLikeTheReadersThatWereRecorded() {
    assertThat(say("A0030172EA")).isEqualTo("A00501720109DE");
    assertThat(say("A004017400E7")).isEqualTo("A004017410D7");
    assertThat(say("A00401761EC7")).isEqualTo("A004017610D5");
    assertThat(say("A0110185000C112233445566778899" + "00AABB5B")).isEqualTo("A004018510C6");
  }

  @Test
  void aRoundTellsItsTagsAndThenItsEnd() {
    air.put(1, EmulatedTag.of(EPC));
    // 920.5 MHz is index 44, -60 dBm is raw 45
    assertThat(say("A004018901D1")).startsWith("A0130189B03000" + EPC + "45");
    assertThat(tick(10)).isEmpty();
    assertThat(tick(20)).isEqualTo("A00A0189000032000000019" + "9");
    assertThat(tick(40)).as("the round is over").isEmpty();
  }

  @Test
  void aMissingAntennaEndsItsOwnRoundButNotThatOfFour() {
    air.unplug(1);
    air.put(2, EmulatedTag.of(EPC));
    assertThat(say("A004018901D1")).isEqualTo("A004018922B0");
    assertThat(say("A00D018A0001010102010301" + "0001BD"))
        .startsWith("A005018A0022AE" + "A013018AB13000" + EPC);
    assertThat(tick(100)).startsWith("A00A018A000001000000");
  }

  @Test
  void nobodyAnswersForAnotherAddressAndEverybodyForThePublicOne() {
    assertThat(say(Hex.of(new A0FrameCodec().encode(new A0Commands(7).version())))).isEmpty();
    assertThat(say(Hex.of(new A0FrameCodec().encode(new A0Commands(0xFF).version()))))
        .isEqualTo("A00501720109DE");
  }

  @Test
  void aCommandCutIntoPiecesIsOneCommand() {
    assertThat(say("A003")).isEmpty();
    assertThat(say("0172")).isEmpty();
    assertThat(say("EA")).isEqualTo("A00501720109DE");
  }

  @Test
  void theBufferKeepsEachTagOnceUntilItIsTaken() {
    air.put(1, EmulatedTag.of(EPC));
    say(ASK.bufferInventory(1));
    say(ASK.bufferInventory(1));
    assertThat(say(ASK.countBuffer())).startsWith("A005019200" + "01");
    assertThat(say(ASK.takeBuffer())).contains(EPC).contains("45B002");
    assertThat(say(ASK.getBuffer())).isEqualTo("A0040190" + "38" + "93");
  }

  @Test
  void wrongParametersAreRefusedWithTheirCodes() {
    assertThat(code(ASK.setGpio(9, true))).isEqualTo(0x41);
    assertThat(code(A0Frame.of(1, A0Commands.SET_ANTENNA, 4))).isEqualTo(0x47);
    assertThat(code(A0Frame.of(1, A0Commands.SET_POWER, 34))).isEqualTo(0x48);
    assertThat(code(A0Frame.of(1, A0Commands.SET_REGION, 9, 0, 0))).isEqualTo(0x49);
    assertThat(code(A0Frame.of(1, A0Commands.SET_REGION, 2, 0, 7))).isEqualTo(0x4F);
    assertThat(code(A0Frame.of(1, A0Commands.BEEPER, 3))).isEqualTo(0x4B);
    assertThat(code(A0Frame.of(1, A0Commands.SET_BAUD, 9))).isEqualTo(0x4A);
    assertThat(code(A0Frame.of(1, A0Commands.READ, 4, 0, 1, 0, 0, 0, 0))).isEqualTo(0x43);
    assertThat(code(A0Frame.of(1, A0Commands.LOCK, 0, 0, 0, 0, 6, 0))).isEqualTo(0x44);
    assertThat(code(A0Frame.of(1, A0Commands.LOCK, 0, 0, 0, 0, 1, 4))).isEqualTo(0x45);
    assertThat(code(ASK.read(Bank.TID, 0, 1, 0))).as("no tag").isEqualTo(0x36);
  }

  @Test
  void firmwareWithPhaseAddsTwoBytes() {
    air.put(1, EmulatedTag.of(EPC));
    A0Firmware newer = new A0Firmware(true);
    assertThat(joined(newer.receive(Hex.bytes("A004018901D1"), air, 0)))
        .startsWith("A0150189B03000" + EPC + "45003F");
  }

  private int code(A0Frame frame) {
    String answer = say(frame);
    assertThat(answer).as("one code").hasSize(12);
    return Integer.parseInt(answer.substring(8, 10), 16);
  }

  private String say(A0Frame frame) {
    return say(Hex.of(new A0FrameCodec().encode(frame)));
  }

  private String say(String hex) {
    return joined(reader.receive(Hex.bytes(hex), air, nanos));
  }

  private String tick(int millis) {
    nanos = Duration.ofMillis(millis).toNanos();
    return joined(reader.tick(air, nanos));
  }

  private static String joined(List<byte[]> frames) {
    return frames.stream().map(Hex::of).collect(Collectors.joining());
  }
}
