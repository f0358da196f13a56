/** How transports are kept. */
@NullMarked
package dev.aisle.wms.transport.internal;

import org.jspecify.annotations.NullMarked;
