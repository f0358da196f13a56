/** Certificates and keys from files, and what was wrong with them or with those of the other. */
@NullMarked
package dev.aisle.device.tls;

import org.jspecify.annotations.NullMarked;
