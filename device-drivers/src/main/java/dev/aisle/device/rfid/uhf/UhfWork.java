package dev.aisle.device.rfid.uhf;

import dev.aisle.device.link.DeviceWork;
import dev.aisle.device.rfid.uhf.protocol.ReaderCapabilities;
import dev.aisle.device.rfid.uhf.protocol.UhfDialect;
import dev.aisle.device.serial.ByteLink;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one reader reading, and lets others work with it in between. */
final class UhfWork<F> implements DeviceWork {
  private static final Logger LOG = LoggerFactory.getLogger(UhfWork.class);
  private static final Duration LOOK = Duration.ofMillis(50);

  /** A next request often follows the last one; starting and stopping for each would be slower. */
  private static final Duration LINGER = Duration.ofMillis(50);

  /** After so long of requests the reader reads again, if only for one look. */
  private static final Duration PAUSE_AT_MOST = Duration.ofSeconds(10);

  private final ByteLink link;
  private final UhfDialect<F> dialect;
  private final UhfTalk<F> talk;
  private final UhfJobs<F> jobs;
  private final Acquaintance acquaintance;
  private final BooleanSupplier ending;

  /** Hears what a reader says about itself when it has come up. */
  public interface Acquaintance {
    /**
     * @throws IOException when this is not the reader that is expected here
     */
    void met(ReaderCapabilities said) throws IOException;
  }

  UhfWork(
      ByteLink link,
      UhfDialect<F> dialect,
      UhfTalk<F> talk,
      UhfJobs<F> jobs,
      Acquaintance acquaintance,
      BooleanSupplier ending) {
    this.link = link;
    this.dialect = dialect;
    this.talk = talk;
    this.jobs = jobs;
    this.acquaintance = acquaintance;
    this.ending = ending;
  }

  @Override
  public void open() throws IOException, InterruptedException {
    link.open();
    talk.fresh();
    acquaintance.met(dialect.begin(talk));
    startReading();
    jobs.up();
  }

  @Override
  public void round() throws IOException, InterruptedException {
    if (jobs.waiting()) {
      doJobs();
      return;
    }
    talk.takeIn();
    long looks = talk.looks();
    dialect.keepReading(talk);
    if (talk.looks() == looks) {
      talk.listen(LOOK);
    }
    if (talk.quiet().compareTo(dialect.patience()) > 0) {
      talk.reading(false);
      dialect.prove(talk);
      talk.reading(true);
    }
  }

  private void doJobs() throws IOException, InterruptedException {
    long start = System.nanoTime();
    dialect.stopReading(talk);
    talk.reading(false);
    while (jobs.next(talk, LINGER)) {
      if (System.nanoTime() - start > PAUSE_AT_MOST.toNanos()) {
        break;
      }
    }
    startReading();
    talk.listen(Duration.ZERO);
  }

  private void startReading() throws IOException, InterruptedException {
    dialect.startReading(talk);
    talk.reading(true);
  }

  /** Says goodbye when the line ends on purpose; a line that has failed is simply hung up. */
  @Override
  public void close() {
    jobs.down();
    boolean interrupted = Thread.interrupted();
    if (talk.reading() && ending.getAsBoolean()) {
      try {
        dialect.stopReading(talk);
      } catch (IOException | InterruptedException e) {
        LOG.debug("{} could not be told to stop: {}", link.address(), e.getMessage());
      }
    }
    talk.reading(false);
    link.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
