package dev.aisle.sim.reader;

import dev.aisle.device.link.BackOff;
import dev.aisle.device.link.LinkState;
import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.makes.UhfMakes;
import dev.aisle.device.rfid.uhf.UhfReader;
import dev.aisle.device.rfid.uhf.protocol.Region;
import dev.aisle.device.rfid.uhf.protocol.UhfSettings;
import dev.aisle.device.serial.ByteLink;
import dev.aisle.sim.reader.tag.EmulatedTag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A played reader and the real driver, over a real serial port or a network port. */
abstract class ReaderBench {
  static final Duration SOON = Duration.ofSeconds(20);

  @TempDir Path dir;
  final BenchAir air = new BenchAir();
  final List<TagRead> reads = new CopyOnWriteArrayList<>();
  private @Nullable SimulatedReader played;
  private @Nullable UhfReader driver;

  @AfterEach
  final void close() {
    if (driver != null) {
      driver.close();
    }
    if (played != null) {
      played.close();
    }
  }

  final SimulatedReader play(ReaderMake make) {
    Path port = dir.resolve("reader");
    SimulatedReader reader =
        new SimulatedReader(ReaderSpec.of("R1", make, port), new SplittableRandom(3), air);
    played = reader;
    reader.open();
    Awaitility.await().atMost(SOON).until(() -> Files.exists(port));
    return reader;
  }

  final UhfReader drive(ReaderMake make, UhfSettings settings) {
    UhfReader reader =
        new UhfReader(
            "R1",
            ByteLink.to(dir.resolve("reader").toString(), make.usualBaud()),
            UhfMakes.ofDriver(make.driver()).orElseThrow(),
            settings,
            Clock.systemUTC(),
            new BackOff(Duration.ofMillis(100), Duration.ofMillis(500), 1));
    driver = reader;
    reader.onRead(reads::add);
    reader.open();
    return reader;
  }

  final UhfReader reading(ReaderMake make, UhfSettings settings) {
    UhfReader reader = drive(make, settings);
    Awaitility.await().atMost(SOON).until(() -> reader.health().link() == LinkState.UP);
    return reader;
  }

  static UhfSettings onAntennas(Integer... antennas) {
    return new UhfSettings(
        OptionalInt.empty(),
        Optional.of(Region.CHINA_900),
        OptionalInt.of(2500),
        Map.of(),
        List.of(antennas),
        Optional.empty());
  }

  static EmulatedTag tag(int number) {
    return EmulatedTag.of("3034257BF7194E40%08X".formatted(number));
  }

  final Set<String> seenAt(int antenna) {
    return reads.stream()
        .filter(read -> read.antenna() == antenna)
        .map(TagRead::epcHex)
        .collect(Collectors.toSet());
  }

  /** A reader with a network port of its own. */
  final SimulatedReader playOnNetwork(ReaderMake make) {
    SimulatedReader reader =
        new SimulatedReader(ReaderSpec.of("R1", make, 0), new SplittableRandom(3), air);
    played = reader;
    reader.open();
    Awaitility.await().atMost(SOON).until(() -> !reader.address().endsWith(":0"));
    return reader;
  }

  final UhfReader driveOnNetwork(ReaderMake make, SimulatedReader at) {
    UhfReader reader =
        new UhfReader(
            "R1",
            ByteLink.to(at.address(), make.usualBaud()),
            UhfMakes.ofDriver(make.driver()).orElseThrow(),
            onAntennas(1),
            Clock.systemUTC());
    driver = reader;
    reader.onRead(reads::add);
    reader.open();
    return reader;
  }
}
