/** How the entries of a life are gathered. */
@NullMarked
package dev.aisle.wms.trace.internal;

import org.jspecify.annotations.NullMarked;
