/**
 * How the bridge does work on threads of its own: repeated rounds, and a bounded queue to one
 * thread.
 */
@NullMarked
package dev.aisle.hmi.bridge.work;

import org.jspecify.annotations.NullMarked;
