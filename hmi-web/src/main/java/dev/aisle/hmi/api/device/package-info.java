/** Devices: list, detail, telegrams, test, settings. */
@NullMarked
package dev.aisle.hmi.api.device;

import org.jspecify.annotations.NullMarked;
