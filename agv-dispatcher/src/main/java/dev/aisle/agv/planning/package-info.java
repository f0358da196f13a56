/** Routes in space and time that respect the routes of all others. */
@NullMarked
package dev.aisle.agv.planning;

import org.jspecify.annotations.NullMarked;
