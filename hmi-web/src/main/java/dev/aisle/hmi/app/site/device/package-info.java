/** Devices in a site's file: their drivers, wires and settings, and the forms that ask for them. */
@NullMarked
package dev.aisle.hmi.app.site.device;

import org.jspecify.annotations.NullMarked;
