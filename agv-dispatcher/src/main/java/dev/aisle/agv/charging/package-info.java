/** When a vehicle must charge and when it may leave the charger. */
@NullMarked
package dev.aisle.agv.charging;

import org.jspecify.annotations.NullMarked;
