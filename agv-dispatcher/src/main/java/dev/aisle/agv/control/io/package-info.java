/** What the dispatcher is told, what it says and remembers, and how it shows itself. */
@NullMarked
package dev.aisle.agv.control.io;

import org.jspecify.annotations.NullMarked;
