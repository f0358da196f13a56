/** How slots are chosen and put-aways are kept. */
@NullMarked
package dev.aisle.wms.storage.internal;

import org.jspecify.annotations.NullMarked;
