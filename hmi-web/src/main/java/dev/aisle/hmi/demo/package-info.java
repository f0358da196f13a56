/**
 * The story of the demonstration site: trucks come, shops order, and, if nobody else does,
 * simulated people press the buttons at the stations. Everything goes through the same services as
 * the screens.
 */
@NullMarked
package dev.aisle.hmi.demo;

import org.jspecify.annotations.NullMarked;
