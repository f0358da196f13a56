/** Everything about stock and orders; knows no device and no vehicle. */
@NullMarked
package dev.aisle.wms;

import org.jspecify.annotations.NullMarked;
