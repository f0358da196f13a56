package dev.aisle.device.plc.machine;

/** An output a machine wants switched, once. */
public record Output(String point, boolean on) {}
