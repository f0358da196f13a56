/** Plant models of openTCS 4 to 7, XML files. */
@NullMarked
package dev.aisle.agv.exchange.opentcs;

import org.jspecify.annotations.NullMarked;
