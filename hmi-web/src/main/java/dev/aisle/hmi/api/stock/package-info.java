/** What is where, by item and by location. */
@NullMarked
package dev.aisle.hmi.api.stock;

import org.jspecify.annotations.NullMarked;
