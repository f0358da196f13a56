/** What each make of reader answers on its line. */
@NullMarked
package dev.aisle.sim.reader.firmware;

import org.jspecify.annotations.NullMarked;
