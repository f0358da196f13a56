/** Dispatch advices: what is announced and what has come. */
@NullMarked
package dev.aisle.hmi.api.inbound;

import org.jspecify.annotations.NullMarked;
