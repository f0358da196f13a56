/** The embedded MQTT broker and the identities on it. */
@NullMarked
package dev.aisle.hmi.app.broker;

import org.jspecify.annotations.NullMarked;
