/**
 * What the dispatcher knows, and the copy of it that a step changes. For the other rooms of control
 * only.
 */
@NullMarked
package dev.aisle.agv.control.state;

import org.jspecify.annotations.NullMarked;
