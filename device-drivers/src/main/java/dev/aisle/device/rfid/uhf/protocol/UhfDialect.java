package dev.aisle.device.rfid.uhf.protocol;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How one make wants to be spoken to. An instance belongs to one reader and may keep what it
 * learned about it; it is used by that reader's one thread. It knows no port, no thread and no
 * clock: waiting is the conversation's.
 */
public interface UhfDialect<F> {
  /** Name of the driver in the site file, such as {@code rfid-bb}. */
  String driver();

  /** Line speed of the make as delivered. */
  int usualBaud();

  FrameCodec<F> codec();

  Heard heard(F frame);

  /**
   * One frame in words, for a technician and for {@code rfid decode}. Keys: {@code type}, then
   * {@code epc}, {@code rssi}, {@code antenna}, {@code error} and what else the frame holds.
   */
  Map<String, Object> explain(F frame);

  /**
   * Stops what still runs, asks who it is, and applies the settings.
   *
   * @throws IOException when nobody answers, or a setting is refused, with the reason in words
   */
  ReaderCapabilities begin(Conversation<F> with) throws IOException, InterruptedException;

  /** Starts continuous inventory over the antennas of the settings. */
  void startReading(Conversation<F> with) throws IOException, InterruptedException;

  /**
   * Called again and again while reading, after what had come was taken in: starts the next round
   * where the make needs it. Listens at most about 200 ms.
   */
  void keepReading(Conversation<F> with) throws IOException, InterruptedException;

  /** Stops continuous inventory; what is still in the pipe is taken in. */
  void stopReading(Conversation<F> with) throws IOException, InterruptedException;

  /** Silence after which {@link #prove} is called while reading. */
  Duration patience();

  /**
   * Asks whether the reader still lives, and starts reading again when it does.
   *
   * @throws IOException when it does not
   */
  void prove(Conversation<F> with) throws IOException, InterruptedException;

  /** One inventory, outside of continuous reading. Bounded by the time. */
  List<TagSeen> inventory(Conversation<F> with, Duration atMost)
      throws IOException, InterruptedException;

  /**
   * Outside of continuous reading. A write is never sent twice.
   *
   * @param antenna the only one that may send; when empty, those of the settings one after the
   *     other until a tag answers
   */
  AccessAnswer access(Conversation<F> with, TagCommand command, OptionalInt antenna)
      throws IOException, InterruptedException;

  AccessAnswer gpio(Conversation<F> with, GpioCommand command)
      throws IOException, InterruptedException;
}
