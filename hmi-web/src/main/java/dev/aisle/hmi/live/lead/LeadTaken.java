package dev.aisle.hmi.live.lead;

/** This program runs the floor from now on; told before anything of it starts. */
public record LeadTaken() {}
