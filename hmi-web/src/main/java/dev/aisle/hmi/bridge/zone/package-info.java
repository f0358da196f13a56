/** The zones of the floor between the dispatcher and the screens. */
@NullMarked
package dev.aisle.hmi.bridge.zone;

import org.jspecify.annotations.NullMarked;
