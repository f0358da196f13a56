package dev.aisle.device.rfid.uhf;

/** Listens to the telegrams of one reader until it is closed. */
public interface TelegramTap extends AutoCloseable {
  @Override
  void close();
}
