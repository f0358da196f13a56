/** Stories from the floor, told on the application services with a real database. */
package dev.aisle.wms.flow;
