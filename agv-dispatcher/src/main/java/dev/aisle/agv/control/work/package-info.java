/** Who does what next: giving out work, charging, clearing the way, finding ways. */
@NullMarked
package dev.aisle.agv.control.work;

import org.jspecify.annotations.NullMarked;
