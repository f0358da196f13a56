/**
 * What stands in a GS1 barcode: Application Identifiers, their table, element strings, Digital
 * Links. Pure: text in, values out.
 */
@NullMarked
package dev.aisle.device.gs1;

import org.jspecify.annotations.NullMarked;
