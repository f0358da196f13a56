/** Who passes first at each shared place, and what may be released. */
@NullMarked
package dev.aisle.agv.traffic;

import org.jspecify.annotations.NullMarked;
