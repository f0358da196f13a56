/** What every test of the warehouse starts from: a real database and a clock that can be set. */
package dev.aisle.wms.testing;
