/** What one vehicle did and does in detail, and what people can tell the whole fleet. */
@NullMarked
package dev.aisle.hmi.live.fleet;

import org.jspecify.annotations.NullMarked;
