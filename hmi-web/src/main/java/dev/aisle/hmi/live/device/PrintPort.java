package dev.aisle.hmi.live.device;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Label printers and what is in their queues. Jobs outlive this program. */
public interface PrintPort {

  /** Jobs on their way in their order, then those that are through, newest first, bounded. */
  Optional<List<Job>> jobs(String printer);

  /**
   * Prints the label of a parcel or pallet.
   *
   * @param copy names this wish; the same name again changes nothing
   */
  Answer print(String printer, String sscc, String copy, String by);

  /** Prints a held job after all. */
  Answer again(String printer, String job, String by);

  /** Gives up a job that waits or is held. */
  Answer cancel(String printer, String job, String by);

  /**
   * One label.
   *
   * @param sscc of the unit it is for; null for other labels
   * @param epc what its tag must hold; null for a label without a tag
   * @param tries how often it was sent to the printer
   * @param why stable word for why it is held, such as {@code wrong-tag}; null otherwise
   * @param whyValues for the translated sentence
   * @param at when it was asked for, or when it ended; null for a job from before the last start
   */
  @Schema(name = "PrintJob")
  record Job(
      String id,
      @Nullable String sscc,
      State state,
      @Nullable String epc,
      int tries,
      @Nullable String why,
      Map<String, String> whyValues,
      @Nullable Instant at) {
    public Job {
      whyValues = Map.copyOf(whyValues);
    }
  }

  /** How far a job is. */
  @Schema(name = "PrintJobState")
  enum State {
    @JsonProperty("waiting")
    WAITING,
    /** The printer has it. */
    @JsonProperty("sent")
    SENT,
    /** Only a person can say whether to print it again. */
    @JsonProperty("held")
    HELD,
    @JsonProperty("printed")
    PRINTED,
    @JsonProperty("cancelled")
    CANCELLED
  }

  /** What came of a wish. */
  sealed interface Answer {
    /**
     * @param changed false when it was so already
     */
    record Done(String job, boolean changed) implements Answer {}

    record NoPrinter() implements Answer {}

    record NoJob() implements Answer {}

    /** There is nothing to print about this number. */
    record NoLabel() implements Answer {}

    record QueueFull(int jobs) implements Answer {}

    /** The printer has it; it cannot be taken back. */
    record WithPrinter() implements Answer {}

    /** The queue cannot be written. */
    record NotKept(FileTrouble why) implements Answer {}
  }
}
