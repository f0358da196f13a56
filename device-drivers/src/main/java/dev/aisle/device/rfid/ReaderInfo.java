package dev.aisle.device.rfid;

import java.util.Optional;

/** What a reader says it is. Parts it did not say are empty. */
public record ReaderInfo(
    String driver,
    String port,
    Optional<String> hardware,
    Optional<String> software,
    Optional<String> maker) {}
