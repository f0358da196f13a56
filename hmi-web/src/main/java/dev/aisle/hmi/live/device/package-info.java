/** What the screens may ask of devices and stations, and what these show. */
@NullMarked
package dev.aisle.hmi.live.device;

import org.jspecify.annotations.NullMarked;
