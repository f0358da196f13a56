/** Who takes part: suppliers, shops, owners, carriers. */
@NullMarked
package dev.aisle.wms.party;

import org.jspecify.annotations.NullMarked;
