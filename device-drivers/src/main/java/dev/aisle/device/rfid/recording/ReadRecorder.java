package dev.aisle.device.rfid.recording;

import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.pass.InputTap;
import dev.aisle.device.rfid.pass.record.EyeEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what the read points are told into files of bounded size and number; the oldest is deleted
 * first. Each {@link #flush} writes one block with its own checksum, so after a crash everything up
 * to the last flush can be read. A disk that fails ends the recording, never the reading: what
 * could not be written is counted. Safe for several threads.
 */
public final class ReadRecorder implements InputTap, AutoCloseable {
  static final byte[] MAGIC = {'A', 'I', 'S', 'L', 'E', 'R', 'S', '1'};
  static final String SUFFIX = ".reads";
  private static final Logger LOG = LoggerFactory.getLogger(ReadRecorder.class);
  private static final int BLOCK = 64 * 1024;

  private final Path folder;
  private final long bytesPerFile;
  private final int mostFiles;
  private StreamCodec codec = new StreamCodec();
  private Bytes block = new Bytes();
  private @Nullable OutputStream file;
  private @Nullable Instant passed;
  private long written;
  private long nextFile;
  private long lost;

  public ReadRecorder(Path folder, long bytesPerFile, int mostFiles) throws IOException {
    if (bytesPerFile < BLOCK || mostFiles < 1) {
      throw new IllegalArgumentException("a recording takes a file of 64 KB at least");
    }
    this.folder = Files.createDirectories(folder);
    this.bytesPerFile = bytesPerFile;
    this.mostFiles = mostFiles;
    List<Path> before = ReadRecording.files(folder);
    this.nextFile = before.isEmpty() ? 1 : ReadRecording.number(before.getLast()) + 1;
  }

  @Override
  public void read(TagRead read) {
    record(new StreamEvent.Read(read));
  }

  @Override
  public void eye(EyeEvent event) {
    record(new StreamEvent.Eye(event));
  }

  /** Kept back until something follows: of several in a row the last says all. */
  @Override
  public synchronized void advance(Instant now) {
    passed = now;
  }

  @Override
  public void expect(String readPoint, Optional<Set<String>> epcs) {
    record(new StreamEvent.Expect(readPoint, epcs));
  }

  @Override
  public void eyesWork(String readPoint, boolean work) {
    record(new StreamEvent.EyesWork(readPoint, work));
  }

  public synchronized void record(StreamEvent event) {
    writePassed();
    codec.write(event, block);
    if (block.size() >= BLOCK) {
      flush();
    }
  }

  private void writePassed() {
    Instant to = passed;
    if (to != null) {
      passed = null;
      codec.write(new StreamEvent.Advance(to), block);
    }
  }

  /** Hands everything to the operating system. To be called about once a second. */
  public synchronized void flush() {
    writePassed();
    if (block.size() == 0) {
      return;
    }
    byte[] payload = block.take();
    CRC32 crc = new CRC32();
    crc.update(payload);
    ByteBuffer framed = ByteBuffer.allocate(8 + payload.length);
    framed.putInt(payload.length).putInt((int) crc.getValue()).put(payload);
    try {
      OutputStream to = file == null ? nextFile() : file;
      to.write(framed.array());
      to.flush();
      written += framed.capacity();
      if (written >= bytesPerFile) {
        endFile();
      }
    } catch (IOException e) {
      if (lost == 0) {
        LOG.warn("the recording in {} cannot be written: {}", folder, e.getMessage());
      }
      lost += payload.length;
      endFile();
    }
  }

  private OutputStream nextFile() throws IOException {
    List<Path> all = ReadRecording.files(folder);
    for (int i = 0; i <= all.size() - mostFiles; i++) {
      Files.deleteIfExists(all.get(i));
    }
    OutputStream opened =
        Files.newOutputStream(
            folder.resolve("%010d%s".formatted(nextFile, SUFFIX)), StandardOpenOption.CREATE_NEW);
    nextFile++;
    opened.write(MAGIC);
    file = opened;
    written = MAGIC.length;
    return opened;
  }

  /** The next file is read on its own, so it names all texts anew. */
  private void endFile() {
    codec = new StreamCodec();
    OutputStream ending = file;
    file = null;
    if (ending != null) {
      try {
        ending.close();
      } catch (IOException e) {
        LOG.warn("a file of the recording in {} cannot be closed: {}", folder, e.getMessage());
      }
    }
  }

  /** Bytes that could not be written. */
  public synchronized long lost() {
    return lost;
  }

  @Override
  public synchronized void close() {
    flush();
    endFile();
  }
}
