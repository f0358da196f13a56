/** The commands that people type. */
@NullMarked
package dev.aisle.hmi.app.command;

import org.jspecify.annotations.NullMarked;
