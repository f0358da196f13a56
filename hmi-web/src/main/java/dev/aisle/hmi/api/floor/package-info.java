/** Floor, vehicles, transports, devices and the simulator, as screens see and command them. */
@NullMarked
package dev.aisle.hmi.api.floor;

import org.jspecify.annotations.NullMarked;
