/** Serial and TCP lines to emulated devices, at their own pace and with faults. */
@NullMarked
package dev.aisle.sim.reader.line;

import org.jspecify.annotations.NullMarked;
