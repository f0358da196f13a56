package dev.aisle.sim.plc;

/** Memory of one Modbus unit. Called from the server's threads; answers at once. */
interface Registers {
  int inputs();

  boolean input(int number);

  int coils();

  boolean coil(int number);

  void writeCoil(int number, boolean on);

  int holding();

  /** Registers from one moment, 0 to 65535 each. */
  int[] holding(int from, int count);

  /** False when the register does not exist or cannot be written. */
  default boolean writeHolding(int number, int value) {
    return false;
  }
}
