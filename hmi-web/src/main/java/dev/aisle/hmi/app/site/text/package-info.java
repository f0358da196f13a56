/**
 * Reading one part of a site's file: its fields, and what is wrong with them by line, field and
 * reason.
 */
@NullMarked
package dev.aisle.hmi.app.site.text;

import org.jspecify.annotations.NullMarked;
