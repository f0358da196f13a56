/** How the whole system does: totals, invariants, exceptions. */
@NullMarked
package dev.aisle.hmi.api.system;

import org.jspecify.annotations.NullMarked;
