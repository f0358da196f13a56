package dev.aisle.wms.inventory;

import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.Evidence;
import dev.aisle.wms.shared.Reason;
import java.time.Instant;

/**
 * Why, when and by whom something happened, and how we know.
 *
 * @param at when it happened, which may be earlier than when it is posted
 * @param documentRef the order, advice or other document it belongs to; empty when none
 */
public record Occasion(
    Reason reason, Evidence evidence, Instant at, Actor actor, String documentRef) {}
