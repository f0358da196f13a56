/** What every vehicle can be told and can tell, whatever protocol it speaks. */
@NullMarked
package dev.aisle.device.agv;

import org.jspecify.annotations.NullMarked;
