/** Items, parties and locations, and their import. */
@NullMarked
package dev.aisle.hmi.api.masterdata;

import org.jspecify.annotations.NullMarked;
