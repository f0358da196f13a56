package dev.aisle.hmi.live.event;

import java.util.List;

/** Data of the event {@code changed}: fetch these parts again. */
public record ChangedNote(List<LiveTopic> topics) {

  public ChangedNote {
    topics = List.copyOf(topics);
  }
}
