/** The dispatcher: one pure step from reports and requests to vehicle orders. */
@NullMarked
package dev.aisle.agv.control;

import org.jspecify.annotations.NullMarked;
