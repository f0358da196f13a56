/** A controller as a site file describes it, and the running whole of it. */
@NullMarked
package dev.aisle.device.plc.plan;

import org.jspecify.annotations.NullMarked;
