package dev.aisle.device.rfid.recording;

import dev.aisle.device.rfid.pass.ReadPoints;
import dev.aisle.device.rfid.pass.record.TagPass;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** The files of a recording, oldest first. Reading them changes nothing. */
public final class ReadRecording {
  private static final int LONGEST_BLOCK = 64 * 1024 * 1024;

  private final List<Path> files;

  /**
   * What was read.
   *
   * @param events given on
   * @param tornFiles files that end in a block that is cut off or damaged, as after a crash
   */
  public record Played(long events, int tornFiles) {}

  public ReadRecording(Path folder) throws IOException {
    this.files = files(folder);
  }

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(path -> path.getFileName().toString().matches("[0-9]{10}\\.reads"))
          .sorted()
          .toList();
    }
  }

  static long number(Path file) {
    return Long.parseLong(file.getFileName().toString().substring(0, 10));
  }

  /** Gives every event on, in order, as fast as it is taken. */
  public Played play(Consumer<StreamEvent> to) throws IOException {
    long events = 0;
    int torn = 0;
    for (Path file : files) {
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
        StreamCodec codec = new StreamCodec();
        if (!Arrays.equals(in.readNBytes(ReadRecorder.MAGIC.length), ReadRecorder.MAGIC)) {
          torn++;
          continue;
        }
        boolean whole = true;
        while (whole && in.available() > 0) {
          List<StreamEvent> block = new ArrayList<>();
          whole = readBlock(in, codec, block);
          block.forEach(to);
          events += block.size();
        }
        torn += whole ? 0 : 1;
      }
    }
    return new Played(events, torn);
  }

  /** False when the block is cut off or damaged; then nothing of it is given. */
  private static boolean readBlock(DataInputStream in, StreamCodec codec, List<StreamEvent> into)
      throws IOException {
    try {
      int length = in.readInt();
      int crc = in.readInt();
      if (length < 0 || length > LONGEST_BLOCK) {
        return false;
      }
      byte[] payload = in.readNBytes(length);
      CRC32 counted = new CRC32();
      counted.update(payload);
      if (payload.length < length || (int) counted.getValue() != crc) {
        return false;
      }
      Bytes bytes = new Bytes(payload);
      while (bytes.hasMore()) {
        into.add(codec.read(bytes));
      }
      return true;
    } catch (EOFException e) {
      return false;
    }
  }

  /** Lets read points decide again; with the rules of then, the same passes come out. */
  public List<TagPass> decideAgain(ReadPoints points) throws IOException {
    List<TagPass> told = new ArrayList<>();
    play(
        event -> {
          give(event, points);
          told.addAll(points.take());
        });
    return told;
  }

  /** Gives one event to read points; what is not for them is passed over. */
  public static void give(StreamEvent event, ReadPoints points) {
    switch (event) {
      case StreamEvent.Read one -> points.read(one.read());
      case StreamEvent.Eye one -> points.eye(one.event());
      case StreamEvent.Advance one -> points.advance(one.to());
      case StreamEvent.Expect one ->
          one.epcs()
              .ifPresentOrElse(
                  epcs -> points.expect(one.readPoint(), epcs),
                  () -> points.expectAnything(one.readPoint()));
      case StreamEvent.EyesWork one -> points.eyesWork(one.readPoint(), one.work());
      case StreamEvent.Point ignored -> {}
    }
  }

  /** When an event took place; empty for settings, which hold from the event before on. */
  public static Optional<Instant> at(StreamEvent event) {
    return switch (event) {
      case StreamEvent.Read one -> Optional.of(one.read().at());
      case StreamEvent.Eye one -> Optional.of(one.event().at());
      case StreamEvent.Point one -> Optional.of(one.at());
      case StreamEvent.Advance one -> Optional.of(one.to());
      case StreamEvent.Expect ignored -> Optional.empty();
      case StreamEvent.EyesWork ignored -> Optional.empty();
    };
  }
}
