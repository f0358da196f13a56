/**
 * Who runs the floor when several programs share one database: a lease with a fencing number, and
 * the change of hands.
 */
@NullMarked
package dev.aisle.hmi.bridge.lead;

import org.jspecify.annotations.NullMarked;
