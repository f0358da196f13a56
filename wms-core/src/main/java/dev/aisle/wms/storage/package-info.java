/** Where goods lie: slots chosen with a reason, units fetched and put back. */
@NullMarked
package dev.aisle.wms.storage;

import org.jspecify.annotations.NullMarked;
