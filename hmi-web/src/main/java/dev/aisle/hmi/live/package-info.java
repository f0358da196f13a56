/**
 * What screens see change while they look: the ports through which the floor is read and commanded,
 * the stream of "this changed" notes, and the picture of the floor several times a second.
 *
 * <p>The ports are implemented where devices, dispatcher and simulator are joined; nothing here
 * knows a driver.
 */
@NullMarked
package dev.aisle.hmi.live;

import org.jspecify.annotations.NullMarked;
