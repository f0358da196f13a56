/** What vehicles are told: the written order, how far it is released, and what waits in zones. */
@NullMarked
package dev.aisle.agv.control.order;

import org.jspecify.annotations.NullMarked;
