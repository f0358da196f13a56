package dev.aisle.wms.unit;

import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.Epc;
import dev.aisle.wms.shared.Sscc;
import java.time.Instant;

/**
 * A tag that a unit carried until something else was written into it.
 *
 * @param tag what it carried while it was the unit's
 * @param by who wrote
 * @param now what it carries since
 */
public record FormerTag(Sscc unit, Epc tag, Instant until, Actor by, Epc now) {}
