/** Work for people at stations, claimed with a lease, and what a supervisor has to decide. */
@NullMarked
package dev.aisle.wms.task;

import org.jspecify.annotations.NullMarked;
