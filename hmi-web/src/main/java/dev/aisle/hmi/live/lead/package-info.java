/** Which of several programs runs the floor. */
@NullMarked
package dev.aisle.hmi.live.lead;

import org.jspecify.annotations.NullMarked;
