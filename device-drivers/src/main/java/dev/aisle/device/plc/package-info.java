/** Named points of a programmable controller. */
@NullMarked
package dev.aisle.device.plc;

import org.jspecify.annotations.NullMarked;
