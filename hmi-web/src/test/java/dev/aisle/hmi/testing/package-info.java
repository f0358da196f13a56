/** What tests of the application share. */
package dev.aisle.hmi.testing;
