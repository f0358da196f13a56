package dev.aisle.device.rfid.uhf.protocol;

/**
 * What came out of a stream of bytes.
 *
 * @param <F> the frame of one protocol
 */
public sealed interface Decoded<F> {
  record Frame<F>(F frame) implements Decoded<F> {}

  /** A byte that belongs to no frame. */
  record Noise<F>(byte skipped) implements Decoded<F> {}
}
