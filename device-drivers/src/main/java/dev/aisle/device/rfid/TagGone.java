package dev.aisle.device.rfid;

import java.time.Instant;

/** The tag that lay before a head is no longer there. Only heads that report presence say so. */
public record TagGone(String reader, String epcHex, Instant at) {}
