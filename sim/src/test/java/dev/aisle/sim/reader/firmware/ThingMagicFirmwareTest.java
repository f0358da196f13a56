package dev.aisle.sim.reader.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.thingmagic.TmCommands;
import dev.aisle.device.rfid.thingmagic.TmFrame;
import dev.aisle.device.rfid.thingmagic.TmFrameCodec;
import dev.aisle.device.rfid.uhf.protocol.Bank;
import dev.aisle.device.rfid.uhf.protocol.Decoded;
import dev.aisle.device.rfid.uhf.protocol.TagCommand.Lock;
import dev.aisle.sim.reader.BenchAir;
import dev.aisle.sim.reader.tag.EmulatedTag;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThingMagicFirmwareTest {
  private static final String EPC = "000000000000000000001545";
  private static final TmFrameCodec CODEC = TmFrameCodec.ofResponses();
  private final BenchAir air = new BenchAir();
  private final ThingMagicFirmware module = new ThingMagicFirmware();
  private long nanos;

  @Test
  void itWakesUpInItsBootLoaderAndKnowsNothingBeforeItIsBooted() {
    assertThat(status(TmCommands.protocol())).isEqualTo(0x0101);
    assertThat(say(TmCommands.program()).get(0).at(0) & 3).isEqualTo(1);
    assertThat(say(TmCommands.boot())).isEmpty();
    assertThat(say(TmCommands.version())).as("deaf while it boots").isEmpty();
    assertThat(later(700)).hasSize(1);
    assertThat(say(TmCommands.program()).get(0).at(0) & 3).isEqualTo(2);
  }

  @Test
  void readingNeedsARegionAndAProtocol() {
    boot();
    assertThat(status(TmCommands.startContinuous())).isEqualTo(0x010B);
    assertThat(status(TmCommands.region(8))).isZero();
    assertThat(status(TmCommands.startContinuous())).isEqualTo(0x0402);
    assertThat(status(TmCommands.protocol())).isZero();
    assertThat(Hex.of(CODEC.encode(say(TmCommands.startContinuous()).get(0))))
        .isEqualTo("FF002F0000514D");
  }

  @Test
  void aStreamTellsEachTagWithAKeepAliveEverySecond() {
    air.put(1, EmulatedTag.of(EPC));
    start();
    List<TmFrame> told = later(20);
    assertThat(told).hasSize(1);
    assertThat(Hex.of(CODEC.encode(told.get(0))))
        .startsWith("FF2822000010001B01FF0101C4110E0BB4")
        .contains("005A05000000" + "0080" + "3000" + EPC + "E94A");
    assertThat(hex(later(1020))).contains("FF0022040084E0");
  }

  @Test
  void theReadFilterTellsATagOnce() {
    air.put(1, EmulatedTag.of(EPC));
    start();
    assertThat(later(40)).hasSize(1);
    assertThat(later(60)).isEmpty();
    say(TmCommands.stopContinuous());
    say(TmCommands.readFilter(false));
    say(TmCommands.startContinuous());
    assertThat(later(80)).hasSize(1);
    assertThat(later(100)).hasSize(1);
  }

  @Test
  void whileItStreamsOnlyTheStopIsHeard() {
    start();
    assertThat(say(TmCommands.version())).isEmpty();
    assertThat(say(TmCommands.getRegion())).isEmpty();
    assertThat(status(TmCommands.stopContinuous())).isZero();
    assertThat(say(TmCommands.version())).hasSize(1);
  }

  @Test
  void heatAndAMissingAntennaAreToldInTheStream() {
    air.unplug(1);
    module.overheat();
    start();
    assertThat(later(1010).stream().map(TmFrame::status)).contains(0x0504, 0x0505);
  }

  @Test
  void whatIsFoundIsTakenOutOfTheMemory() {
    air.put(1, EmulatedTag.of(EPC), EmulatedTag.of("000000000000000000001546"));
    start();
    say(TmCommands.stopContinuous());
    assertThat(say(TmCommands.inventory(200))).isEmpty();
    assertThat(later(250).get(0).at(6)).isEqualTo(2);
    assertThat(say(TmCommands.getBuffer()).get(0).at(3)).isEqualTo(2);
    assertThat(status(TmCommands.getBuffer())).isEqualTo(0x0600);
  }

  @Test
  void onlyTheSelectedTagIsTouched() {
    EmulatedTag other = EmulatedTag.of("000000000000000000001546");
    EmulatedTag meant = EmulatedTag.of(EPC);
    air.put(1, other, meant);
    start();
    say(TmCommands.stopContinuous());
    Optional<String> target = Optional.of(EPC);
    assertThat(status(TmCommands.write(500, Bank.USER, 0, "00EE", 0, target))).isZero();
    assertThat(meant.read(Bank.USER, 0, 1, 0)).isEqualTo(new EmulatedTag.Outcome.Done("00EE"));
    assertThat(other.read(Bank.USER, 0, 1, 0)).isEqualTo(new EmulatedTag.Outcome.Done("0000"));
    assertThat(status(TmCommands.write(500, Bank.TID, 0, "00EE", 0, target))).isEqualTo(0x0424);
    assertThat(status(TmCommands.read(500, Bank.USER, 900, 1, 0, target))).isEqualTo(0x0423);
    assertThat(status(TmCommands.read(500, Bank.USER, 0, 1, 0x77, target))).isEqualTo(0x0420);
    assertThat(status(TmCommands.kill(500, 1, target))).isEqualTo(0x040C);
    assertThat(status(TmCommands.lock(500, Lock.Field.USER, Lock.Action.LOCK, 0, target))).isZero();
    assertThat(status(TmCommands.writeEpc(500, "1111222233334444", 0, target))).isZero();
    assertThat(meant.epcHex()).isEqualTo("1111222233334444");
    assertThat(say(TmCommands.read(500, Bank.TID, 0, 1, 0, target))).isEmpty();
    assertThat(later(600).get(0).status()).as("after it has searched").isEqualTo(0x0400);
  }

  @Test
  void limitsAreKept() {
    boot();
    assertThat(status(TmCommands.readPower(3200))).isEqualTo(0x0103);
    assertThat(status(TmCommands.readPower(-1100))).isEqualTo(0x0106);
    assertThat(status(TmCommands.region(0x77))).isEqualTo(0x010B);
    assertThat(status(TmCommands.antenna(5))).isEqualTo(0x0105);
    assertThat(status(TmCommands.setGpio(9, true))).isEqualTo(0x0105);
    assertThat(status(TmFrame.command(TmCommands.SET_READ_POWER, (byte) 1))).isEqualTo(0x0100);
  }

  private void boot() {
    nanos = Duration.ofSeconds(-1).toNanos();
    say(TmCommands.boot());
    assertThat(later(0)).as("booted").hasSize(1);
  }

  private void start() {
    boot();
    say(TmCommands.region(8));
    say(TmCommands.protocol());
    say(TmCommands.startContinuous());
  }

  private int status(TmFrame command) {
    List<TmFrame> answer = say(command);
    assertThat(answer).hasSize(1);
    return answer.get(0).status();
  }

  private List<TmFrame> say(TmFrame command) {
    return decoded(module.receive(CODEC.encode(command), air, nanos));
  }

  private List<TmFrame> later(int millis) {
    nanos = Duration.ofMillis(millis).toNanos();
    return decoded(module.tick(air, nanos));
  }

  private static List<TmFrame> decoded(List<byte[]> frames) {
    List<TmFrame> out = new ArrayList<>();
    for (byte[] bytes : frames) {
      CODEC
          .decode(ByteBuffer.wrap(bytes))
          .forEach(
              one -> {
                if (one instanceof Decoded.Frame<TmFrame>(TmFrame frame)) {
                  out.add(frame);
                }
              });
    }
    return out;
  }

  private static List<String> hex(List<TmFrame> frames) {
    return frames.stream().map(frame -> Hex.of(CODEC.encode(frame))).toList();
  }
}
