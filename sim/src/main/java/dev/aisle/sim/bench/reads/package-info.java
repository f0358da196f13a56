/** How fast reads are decoded and come to facts, and whether those are right. */
@NullMarked
package dev.aisle.sim.bench.reads;

import org.jspecify.annotations.NullMarked;
