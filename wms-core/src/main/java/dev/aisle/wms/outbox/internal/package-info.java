/** How events are tried again. */
@NullMarked
package dev.aisle.wms.outbox.internal;

import org.jspecify.annotations.NullMarked;
