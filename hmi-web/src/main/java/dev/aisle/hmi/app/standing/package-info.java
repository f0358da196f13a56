/** What is checked again and again while the program runs, whatever anybody does. */
@NullMarked
package dev.aisle.hmi.app.standing;

import org.jspecify.annotations.NullMarked;
