/** What labels of units look like. */
@NullMarked
package dev.aisle.hmi.bridge.label;

import org.jspecify.annotations.NullMarked;
