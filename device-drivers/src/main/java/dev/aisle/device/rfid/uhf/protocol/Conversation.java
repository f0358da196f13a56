package dev.aisle.device.rfid.uhf.protocol;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * The open line to one reader, as its dialect sees it. Used by the one thread of the reader. Tags
 * that arrive while an answer is awaited are told as reads like any other.
 */
public interface Conversation<F> {
  void send(F frame) throws IOException;

  /**
   * Sends and waits for the answer. The first frame that {@code wanted} accepts is the answer; a
   * refusal is one too when the question is waited for outside of running inventory.
   */
  Answered<F> ask(F frame, Predicate<F> wanted, Duration atMost)
      throws IOException, InterruptedException;

  /**
   * Like {@link #ask}, three times when there is silence. Only for questions that may be asked
   * twice.
   *
   * @throws IOException when it is refused, or never answered
   */
  F require(F frame, Predicate<F> wanted, Duration atMost) throws IOException, InterruptedException;

  /**
   * Sends and collects the tags that arrive until a frame that {@code end} accepts, a refusal, "no
   * tag", or the end of the time. They are not told as reads.
   */
  List<TagSeen> collect(F frame, Predicate<F> end, Duration atMost)
      throws IOException, InterruptedException;

  /** Takes in what comes, at least once and for so long. */
  void listen(Duration length) throws IOException, InterruptedException;

  /** The settings that the reader was opened with. */
  UhfSettings settings();

  /** Time since any good frame came. */
  Duration quiet();
}
