/** Starting, stopping and configuring the program. */
@NullMarked
package dev.aisle.hmi.app;

import org.jspecify.annotations.NullMarked;
