/** Events on their way from one capability to the next. */
@NullMarked
package dev.aisle.wms.outbox;

import org.jspecify.annotations.NullMarked;
