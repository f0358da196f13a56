/** Where vehicles may drive, and which places are too close to each other. */
@NullMarked
package dev.aisle.agv.roadmap;

import org.jspecify.annotations.NullMarked;
