/** VDMA Layout Interchange Format (LIF) 1.0.0 of March 2024, a JSON file. */
@NullMarked
package dev.aisle.agv.exchange.lif;

import org.jspecify.annotations.NullMarked;
