/** Labels of handling units, as printed and as a picture. */
@NullMarked
package dev.aisle.hmi.api.label;

import org.jspecify.annotations.NullMarked;
