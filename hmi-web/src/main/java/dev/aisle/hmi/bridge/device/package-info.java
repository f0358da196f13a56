/** The devices of the site while they run: opened, replaced, tried out and shown. */
@NullMarked
package dev.aisle.hmi.bridge.device;

import org.jspecify.annotations.NullMarked;
