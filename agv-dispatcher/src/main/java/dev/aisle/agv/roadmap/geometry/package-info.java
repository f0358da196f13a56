/** Points, curves and convex outlines on the floor, in metres and radians. */
@NullMarked
package dev.aisle.agv.roadmap.geometry;

import org.jspecify.annotations.NullMarked;
