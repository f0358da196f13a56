/** Signing in and out, the signed-in person, and the people who may sign in. */
@NullMarked
package dev.aisle.hmi.api.session;

import org.jspecify.annotations.NullMarked;
