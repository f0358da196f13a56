/**
 * Floors of cells on which many vehicles do a stream of jobs: reading, writing and generating such
 * problems in the format of the League of Robot Runners, and a referee who knows only the rules.
 */
@NullMarked
package dev.aisle.sim.grid;

import org.jspecify.annotations.NullMarked;
