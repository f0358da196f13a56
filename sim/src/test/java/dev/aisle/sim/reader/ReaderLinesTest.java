package dev.aisle.sim.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.link.LinkState;
import dev.aisle.device.rfid.uhf.UhfReader;
import dev.aisle.device.rfid.uhf.protocol.AccessAnswer;
import dev.aisle.device.rfid.uhf.protocol.Bank;
import dev.aisle.device.rfid.uhf.protocol.TagCommand;
import dev.aisle.sim.reader.line.LineFaults;
import dev.aisle.sim.reader.tag.EmulatedTag;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a bad line does to the driver, and what it never does. */
class ReaderLinesTest extends ReaderBench {
  private static final Duration OUTAGE_SEEN = Duration.ofSeconds(3);

  @ParameterizedTest
  @EnumSource(names = {"A0", "THINGMAGIC"})
  void aPulledCableIsSeenAndItsReturnToo(ReaderMake make) {
    SimulatedReader reader = play(make);
    air.put(1, tag(1));
    UhfReader driven = reading(make, onAntennas(1));
    Awaitility.await().atMost(SOON).until(() -> !reads.isEmpty());
    reader.pullCable(Duration.ofMillis(600));
    Awaitility.await().atMost(OUTAGE_SEEN).until(() -> driven.health().link() == LinkState.DOWN);
    Awaitility.await().atMost(SOON).until(() -> Files.exists(dir.resolve("reader")));
    int before = reads.size();
    Awaitility.await().atMost(Duration.ofSeconds(3)).until(() -> reads.size() > before);
  }

  @ParameterizedTest
  @EnumSource(names = {"A0", "THINGMAGIC"})
  void aReaderThatFallsSilentIsGivenUpWithinThreeSeconds(ReaderMake make) {
    SimulatedReader reader = play(make);
    air.put(1, tag(1));
    UhfReader driven = reading(make, onAntennas(1));
    Awaitility.await().atMost(SOON).until(() -> !reads.isEmpty());
    reader.disturb(LineFaults.NONE.withSilence(), Duration.ofSeconds(4));
    Awaitility.await()
        .atMost(OUTAGE_SEEN.plusMillis(200))
        .until(() -> driven.health().link() == LinkState.DOWN);
  }

  @ParameterizedTest
  @EnumSource(names = {"A0", "THINGMAGIC"})
  void aNoisyLineCostsReadsButNeverInventsATag(ReaderMake make) {
    SimulatedReader reader = play(make);
    for (int antenna = 1; antenna <= 4; antenna++) {
      air.put(antenna, tag(antenna), tag(antenna + 10), tag(antenna + 20));
    }
    UhfReader driven = reading(make, onAntennas(1, 2, 3, 4));
    reader.disturb(
        LineFaults.NONE.withNoise(0.2).withSplit(0.05).withWrongChecksum(0.1).withLostBytes(0.002),
        Duration.ofSeconds(2));
    Awaitility.await().atMost(SOON).until(() -> driven.health().noiseBytes() > 200);
    int before = reads.size();
    Awaitility.await().atMost(SOON).until(() -> reads.size() > before + 50);
    Set<String> known =
        air.everything().stream().map(EmulatedTag::epcHex).collect(Collectors.toSet());
    assertThat(reads).allSatisfy(read -> assertThat(known).contains(read.epcHex()));
  }

  @ParameterizedTest
  @EnumSource
  void aReaderOnANetworkPortThatDribblesHoldsNobodyUp(ReaderMake make) {
    air.put(1, tag(1));
    SimulatedReader reader = playOnNetwork(make);
    UhfReader onNet = driveOnNetwork(make, reader);
    Awaitility.await().atMost(SOON).until(() -> !reads.isEmpty());
    reader.disturb(LineFaults.NONE.withSlower(1000), Duration.ofSeconds(20));
    long start = System.nanoTime();
    AccessAnswer answer =
        onNet.access(new TagCommand.Read(Optional.of(tag(1).epcHex()), 0, Bank.RESERVED, 0, 4));
    assertThat(answer).isInstanceOfAny(AccessAnswer.NoAnswer.class, AccessAnswer.NotReady.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void aReaderOnANetworkPortIsDrivenTheSameWay() {
    air.put(1, tag(1));
    driveOnNetwork(ReaderMake.A0, playOnNetwork(ReaderMake.A0));
    Awaitility.await().atMost(SOON).until(() -> !reads.isEmpty());
  }
}
