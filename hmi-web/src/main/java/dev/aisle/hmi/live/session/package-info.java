/** Whose stream it is, and that it ends with the session. */
@NullMarked
package dev.aisle.hmi.live.session;

import org.jspecify.annotations.NullMarked;
