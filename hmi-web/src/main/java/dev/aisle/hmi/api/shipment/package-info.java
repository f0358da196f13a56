/** The check of a truck's load before it leaves. */
@NullMarked
package dev.aisle.hmi.api.shipment;

import org.jspecify.annotations.NullMarked;
