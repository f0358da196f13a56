/** What changed, told to open pages as server-sent events. */
@NullMarked
package dev.aisle.hmi.live.event;

import org.jspecify.annotations.NullMarked;
