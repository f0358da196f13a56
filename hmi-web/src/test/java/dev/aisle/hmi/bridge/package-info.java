/** What joins devices and warehouse, tried without a running floor. */
@NullMarked
package dev.aisle.hmi.bridge;

import org.jspecify.annotations.NullMarked;
