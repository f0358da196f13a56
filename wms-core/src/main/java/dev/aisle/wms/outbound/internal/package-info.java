/** How the work at the pick stations is planned and done. */
@NullMarked
package dev.aisle.wms.outbound.internal;

import org.jspecify.annotations.NullMarked;
