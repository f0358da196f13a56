/** A small virtual fleet under a virtual clock, to try the dispatcher on. */
package dev.aisle.agv.floor;
