package dev.aisle.device.plc.machine;

/** What a machine is. */
public enum MachineKind {
  CONVEYOR,
  DOOR,
  LIGHT_STACK,
  BUTTON,
  PHOTO_EYE
}
