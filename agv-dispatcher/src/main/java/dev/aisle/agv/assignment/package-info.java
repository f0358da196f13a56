/** Which vehicle takes which transport. */
@NullMarked
package dev.aisle.agv.assignment;

import org.jspecify.annotations.NullMarked;
