package dev.aisle.device.printer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder with one small file a job. A file is written beside its place, forced to the disk and
 * then renamed, so it is there whole or not at all. A file that cannot be read is left where it is
 * under another ending and told in the log. One process at a time may use a folder.
 */
public final class FilePrintSpool implements PrintSpool {
  private static final Logger LOG = LoggerFactory.getLogger(FilePrintSpool.class);
  private static final String ENDING = ".job";
  private static final int HEAD_LINES = 7;

  private final Path folder;
  private final int most;
  private final TreeMap<Long, PrintJob> jobs = new TreeMap<>();
  private long lastNumber;

  /**
   * @param most jobs it holds at once
   */
  public FilePrintSpool(Path folder, int most) throws IOException {
    this.folder = folder;
    this.most = most;
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        load(file);
      }
    }
  }

  @Override
  public synchronized Added add(PrintJob job) throws IOException {
    if (numberOf(job.id()).isPresent()) {
      return Added.KNOWN;
    }
    if (jobs.size() >= most) {
      return Added.FULL;
    }
    long number = lastNumber + 1;
    write(number, job);
    lastNumber = number;
    jobs.put(number, job);
    return Added.TAKEN;
  }

  @Override
  public synchronized List<PrintJob> all() {
    return new ArrayList<>(jobs.values());
  }

  @Override
  public synchronized Optional<PrintJob> next() {
    return first(PrintJob.State.SENT).or(() -> first(PrintJob.State.WAITING));
  }

  private Optional<PrintJob> first(PrintJob.State state) {
    return jobs.values().stream().filter(job -> job.state() == state).findFirst();
  }

  @Override
  public synchronized void update(PrintJob job) throws IOException {
    Optional<Long> number = numberOf(job.id());
    if (number.isPresent()) {
      write(number.get(), job);
      jobs.put(number.get(), job);
    }
  }

  @Override
  public synchronized void remove(String id) throws IOException {
    Optional<Long> number = numberOf(id);
    if (number.isPresent()) {
      Files.deleteIfExists(fileOf(number.get()));
      forceFolder();
      jobs.remove(number.get());
    }
  }

  private Optional<Long> numberOf(String id) {
    return jobs.entrySet().stream()
        .filter(entry -> entry.getValue().id().equals(id))
        .map(entry -> entry.getKey())
        .findFirst();
  }

  private Path fileOf(long number) {
    return folder.resolve("%012d%s".formatted(number, ENDING));
  }

  private void write(long number, PrintJob job) throws IOException {
    Path file = fileOf(number);
    Path beside = file.resolveSibling(file.getFileName() + ".tmp");
    try (FileChannel out =
        FileChannel.open(
            beside,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text(job).getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder();
  }

  private void forceFolder() {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      LOG.debug("the folder {} cannot be forced to disk: {}", folder, e.getMessage());
    }
  }

  private static String text(PrintJob job) {
    return String.join(
        "\n",
        job.id(),
        job.state().name(),
        Integer.toString(job.copies()),
        job.epcHex().orElse(""),
        job.countBefore().isPresent() ? Long.toString(job.countBefore().getAsLong()) : "",
        Integer.toString(job.tries()),
        job.held().map(HeldLabel::written).orElse(""),
        job.zpl());
  }

  private void load(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    if (name.endsWith(".tmp")) {
      Files.deleteIfExists(file);
      return;
    }
    if (!name.matches("[0-9]{12}\\.job")) {
      return;
    }
    long number = Long.parseLong(name.substring(0, 12));
    lastNumber = Math.max(lastNumber, number);
    try {
      String[] lines = Files.readString(file).split("\n", HEAD_LINES + 1);
      jobs.put(
          number,
          new PrintJob(
              lines[0],
              lines[HEAD_LINES],
              Integer.parseInt(lines[2]),
              lines[3].isEmpty() ? Optional.empty() : Optional.of(lines[3]),
              PrintJob.State.valueOf(lines[1]),
              lines[4].isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(lines[4])),
              Integer.parseInt(lines[5]),
              HeldLabel.read(lines[6])));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      LOG.error("{} is no print job and was put aside: {}", file, e.getMessage());
      Files.move(file, file.resolveSibling(name + ".broken"), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
