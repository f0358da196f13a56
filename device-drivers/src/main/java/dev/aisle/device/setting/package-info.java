/** What can be wrong with a setting that a technician writes, as words that screens translate. */
@NullMarked
package dev.aisle.device.setting;

import org.jspecify.annotations.NullMarked;
