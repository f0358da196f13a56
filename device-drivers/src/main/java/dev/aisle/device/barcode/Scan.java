package dev.aisle.device.barcode;

import java.time.Instant;
import java.util.Optional;

/**
 * One code that was scanned.
 *
 * @param text what the scanner sent, without symbology identifier
 * @param symbology the kind of barcode, when the scanner says it
 */
public record Scan(
    String scanner, Optional<Symbology> symbology, String text, ScannedCode code, Instant at) {}
