package dev.aisle.hmi.live.event;

/** Sends one message to every open screen. Cheap, never blocks and never throws. */
public interface LiveMessages {

  /**
   * @param event its type in the stream
   * @param data becomes JSON
   */
  void send(String event, Object data);
}
