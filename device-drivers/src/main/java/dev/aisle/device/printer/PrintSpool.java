package dev.aisle.device.printer;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Jobs of one printer in the order in which they came. It is bounded: when it is full, a new job is
 * refused, never an old one dropped. What a method has returned from survives a crash. May be used
 * from any thread.
 */
public interface PrintSpool {
  /** What became of a job that was to be added. */
  enum Added {
    TAKEN,
    /** A job of that name is there already; nothing changed. */
    KNOWN,
    FULL
  }

  Added add(PrintJob job) throws IOException;

  /** In order, held ones too. */
  List<PrintJob> all();

  /** The oldest that was sent, else the oldest that waits. Held ones do not stop the others. */
  Optional<PrintJob> next();

  /** Replaces the job of that name; nothing when it is gone. */
  void update(PrintJob job) throws IOException;

  /** The job is done, or a person gave it up. */
  void remove(String id) throws IOException;

  /** A person says that a held job is to be printed. False when none of that name is held. */
  default boolean printAgain(String id) throws IOException {
    for (PrintJob job : all()) {
      if (job.id().equals(id) && job.state() == PrintJob.State.HELD) {
        update(job.again());
        return true;
      }
    }
    return false;
  }
}
