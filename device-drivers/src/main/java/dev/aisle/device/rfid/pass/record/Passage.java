package dev.aisle.device.rfid.pass.record;

import java.time.Instant;

/** Something went past both eyes of a portal. */
public record Passage(Direction direction, Instant firstEye, Instant secondEye) {}
