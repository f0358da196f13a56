/** What every vehicle did over the last days, as the database keeps it for the screens. */
@NullMarked
package dev.aisle.hmi.bridge.history;

import org.jspecify.annotations.NullMarked;
