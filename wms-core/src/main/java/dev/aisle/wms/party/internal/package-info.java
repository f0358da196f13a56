/** How parties are kept. */
@NullMarked
package dev.aisle.wms.party.internal;

import org.jspecify.annotations.NullMarked;
