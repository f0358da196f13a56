package dev.aisle.hmi.live.event;

/**
 * Tells screens that something changed. Cheap, never blocks and never throws; many notes within a
 * moment reach a screen as one. Call it after the change is committed.
 */
public interface LiveChanges {
  void changed(LiveTopic... topics);
}
