/** The port to the vehicle dispatcher: one load from A to B. */
@NullMarked
package dev.aisle.wms.transport;

import org.jspecify.annotations.NullMarked;
