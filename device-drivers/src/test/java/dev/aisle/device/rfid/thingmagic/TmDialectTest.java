package dev.aisle.device.rfid.thingmagic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.uhf.protocol.Heard;
import dev.aisle.device.rfid.uhf.protocol.Heard.Concern;
import dev.aisle.device.rfid.uhf.protocol.Region;
import dev.aisle.device.rfid.uhf.protocol.TagCommand.Lock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TmDialectTest {
  private final TmDialect dialect = new TmDialect();

  @Test
  void everyStatusHasAMeaningAndSaysWhomItConcerns() {
    for (int status : TmErrors.known()) {
      assertThat(TmErrors.meaning(status)).isNotBlank().doesNotStartWith("status ");
    }
    assertThat(heard(TmErrors.TOO_HOT)).isEqualTo(Concern.LIMITS);
    assertThat(heard(TmErrors.HIGH_RETURN_LOSS)).isEqualTo(Concern.ANTENNA);
    assertThat(heard(0x0503)).isEqualTo(Concern.ANTENNA);
    assertThat(heard(0x7F00)).isEqualTo(Concern.READER);
    assertThat(heard(0x7F55)).isEqualTo(Concern.READER);
    assertThat(heard(TmErrors.MEMORY_LOCKED)).isEqualTo(Concern.LOCKED);
    assertThat(heard(TmErrors.WRONG_REGION)).isEqualTo(Concern.COMMAND);
    assertThat(TmErrors.meaning(0x0777)).isEqualTo("status 0777");
  }

  private Concern heard(int status) {
    Heard heard = dialect.heard(TmAnswers.status(TmCommands.READ_MULTIPLE, status));
    return ((Heard.Refused) heard).concern();
  }

  @Test
  void outsideOfAStreamNoTagIsAnAnswer() {
    assertThat(dialect.heard(TmAnswers.keepAlive())).isEqualTo(new Heard.NoTag());
    assertThat(dialect.heard(TmAnswers.status(TmCommands.READ, TmErrors.NO_TAG)))
        .isEqualTo(new Heard.NoTag());
  }

  @Test
  void aTemperatureInTheStreamIsASignOfLife() {
    TmFrame told = TmAnswers.streamedTemperature(27);
    assertThat(dialect.heard(told)).isEqualTo(new Heard.Alive());
    assertThat(dialect.explain(told)).isEqualTo(Map.of("type", "temperature", "celsius", 27));
  }

  @Test
  void answersAreTold() {
    assertThat(
            TmReply.parse(
                TmAnswers.version(TmCommands.VERSION, 0x12121300, 0x30000001, 0x20160602, 7, 16)))
        .isEqualTo(
            new TmReply.Version("12.12.13.00", "30000001", "20.16.06.02", "00.00.00.07", 16));
    assertThat(TmReply.parse(TmAnswers.bytes(TmCommands.PROGRAM, 0x11)))
        .isEqualTo(new TmReply.Program(true));
    assertThat(TmReply.parse(TmAnswers.bytes(TmCommands.PROGRAM, 0x12)))
        .isEqualTo(new TmReply.Program(false));
    assertThat(TmReply.parse(TmAnswers.serialNumber("21-77")))
        .isEqualTo(new TmReply.Serial("21-77"));
    assertThat(TmReply.parse(TmAnswers.powerLimits(TmCommands.GET_READ_POWER, 2000, 3150, -1000)))
        .isEqualTo(new TmReply.PowerLimits(2000, 3150, -1000));
    assertThat(TmReply.parse(TmAnswers.antennas(new TreeMap<>(Map.of(1, true, 2, false)))))
        .isEqualTo(new TmReply.Antennas(Map.of(1, true, 2, false)));
    assertThat(TmReply.parse(TmAnswers.lines(new TreeMap<>(Map.of(1, true)), List.of())))
        .isEqualTo(new TmReply.Lines(Map.of(1, true)));
    assertThat(TmReply.parse(TmAnswers.memory("E2801105")))
        .isEqualTo(new TmReply.Memory("E2801105"));
    assertThat(TmReply.parse(TmAnswers.found(70_000))).isEqualTo(new TmReply.Found(70_000));
  }

  @Test
  void ofSeveralRegionsForOneCountryTheModulesOwnIsTaken() {
    assertThat(TmRegions.code(Region.UNITED_STATES, List.of(0x0D, 0xFF))).hasValue(0x0D);
    assertThat(TmRegions.code(Region.UNITED_STATES, List.of())).hasValue(0x01);
    assertThat(TmRegions.code(Region.EUROPE, List.of(0x01))).isEmpty();
    assertThat(TmRegions.code(Region.UKRAINE, List.of())).isEmpty();
    assertThat(TmRegions.regions(List.of(0x0D, 0x08, 0x77)))
        .containsExactlyInAnyOrder(Region.UNITED_STATES, Region.EUROPE);
  }

  @Test
  void aLockChangesOnlyTheBitsItMeans() {
    assertThat(lockBits(Lock.Field.USER, Lock.Action.LOCK)).isEqualTo("00020002");
    assertThat(lockBits(Lock.Field.USER, Lock.Action.UNLOCK)).isEqualTo("00020000");
    assertThat(lockBits(Lock.Field.EPC, Lock.Action.LOCK_FOR_EVER)).isEqualTo("00300030");
    assertThat(lockBits(Lock.Field.KILL_PASSWORD, Lock.Action.UNLOCK_FOR_EVER))
        .isEqualTo("03000100");
  }

  private static String lockBits(Lock.Field field, Lock.Action action) {
    return TmCommands.lock(1000, field, action, 0, Optional.empty()).hex(7, 11);
  }

  @Test
  void anEpcOfMoreThan255BitsIsSelectedWithALongerLength() {
    String epc = "12".repeat(32);
    TmFrame lock = TmCommands.lock(1000, Lock.Field.EPC, Lock.Action.LOCK, 0, Optional.of(epc));
    assertThat(lock.at(2)).isEqualTo(0x21);
    assertThat(lock.hex(11, 13)).isEqualTo("0100");
    assertThat(lock.hex(13, lock.length())).isEqualTo(Hex.of(Hex.bytes(epc)));
  }

  @Test
  void commandsAreNamed() {
    assertThat(dialect.explain(TmCommands.startContinuous()))
        .containsEntry("type", "command")
        .containsEntry("name", "start-continuous");
    assertThat(dialect.explain(TmCommands.stopContinuous()))
        .containsEntry("name", "stop-continuous");
    assertThat(dialect.explain(TmAnswers.status(TmCommands.READ_MULTIPLE, TmErrors.TOO_HOT)))
        .containsEntry("type", "refused")
        .containsEntry("code", "0504")
        .containsEntry("concern", "limits");
  }
}
