package dev.aisle.wms.storage;

/** A unit that would have come back to a slot will not. Events that mean so implement this. */
public interface FreesRoom {}
