/** What vehicles say, and what follows from it: progress, refusals, loads, recovery. */
@NullMarked
package dev.aisle.agv.control.report;

import org.jspecify.annotations.NullMarked;
