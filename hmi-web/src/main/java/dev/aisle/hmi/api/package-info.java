/**
 * What every part of the REST interface shares: lists, exports, problems, and commands that are
 * carried out once.
 */
@NullMarked
package dev.aisle.hmi.api;

import org.jspecify.annotations.NullMarked;
