package dev.aisle.device.rfid.recording;

import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.pass.record.EyeEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** One thing on a recording. */
public sealed interface StreamEvent {
  record Read(TagRead read) implements StreamEvent {}

  record Eye(EyeEvent event) implements StreamEvent {}

  /** A named point of a controller changed. */
  record Point(String name, boolean value, Instant at) implements StreamEvent {}

  /** Time passed. */
  record Advance(Instant to) implements StreamEvent {}

  /** Empty when there was no expected list any more. */
  record Expect(String readPoint, Optional<Set<String>> epcs) implements StreamEvent {}

  record EyesWork(String readPoint, boolean work) implements StreamEvent {}
}
