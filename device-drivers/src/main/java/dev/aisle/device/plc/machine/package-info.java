/** Machines made of named points: conveyors, doors, light stacks, buttons, photo-eyes. */
@NullMarked
package dev.aisle.device.plc.machine;

import org.jspecify.annotations.NullMarked;
