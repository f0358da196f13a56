/** Vehicles that speak VDA 5050 2.1, from the side of the controller and of the vehicle. */
@NullMarked
package dev.aisle.device.agv.vda5050;

import org.jspecify.annotations.NullMarked;
