/** Stations that have a say in whether a load is taken or set down there. */
@NullMarked
package dev.aisle.agv.handover;

import org.jspecify.annotations.NullMarked;
