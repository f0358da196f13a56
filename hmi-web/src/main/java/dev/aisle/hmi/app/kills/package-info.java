/** The whole program and its broker, killed again and again, and what became of the transports. */
@NullMarked
package dev.aisle.hmi.app.kills;

import org.jspecify.annotations.NullMarked;
