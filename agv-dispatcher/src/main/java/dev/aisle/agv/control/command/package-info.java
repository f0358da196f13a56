/** What people and other programs ask for: transports, errands, pauses. */
@NullMarked
package dev.aisle.agv.control.command;

import org.jspecify.annotations.NullMarked;
