/** The embedded PostgreSQL server and the way to a server of the site. */
@NullMarked
package dev.aisle.hmi.app.database;

import org.jspecify.annotations.NullMarked;
