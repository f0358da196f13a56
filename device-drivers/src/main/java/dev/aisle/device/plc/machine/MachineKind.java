package dev.aisle.device.plc.machine;

/** What a machine is. */
public enum MachineKind {
  CONVEYOR,
  DOOR,
  LIFT,
  LIGHT_STACK,
  BUTTON,
  PHOTO_EYE
}
