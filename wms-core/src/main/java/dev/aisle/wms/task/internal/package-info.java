/** How tasks, stations and deviations are kept. */
@NullMarked
package dev.aisle.wms.task.internal;

import org.jspecify.annotations.NullMarked;
