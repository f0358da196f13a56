package dev.aisle.hmi.live.fleet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A node, or one direction of a lane, that nobody is sent to any more.
 *
 * @param to end of the lane; null for a node
 * @param why in the words of whoever closed it
 * @param door the door on it that is out of order; null where a person closed it
 * @param lift the lift that it leads into and that is out of order
 */
public record ClosedPlace(
    String from,
    @Nullable String to,
    String by,
    String why,
    Instant at,
    @Nullable String door,
    @Nullable String lift) {}
