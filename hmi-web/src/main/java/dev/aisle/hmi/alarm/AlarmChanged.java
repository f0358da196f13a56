package dev.aisle.hmi.alarm;

/** An alarm was raised, came back, was cleared or was acknowledged; published after the commit. */
public record AlarmChanged(Alarm alarm) {}
