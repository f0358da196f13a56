package dev.aisle.hmi.bridge.device;

import dev.aisle.device.modbus.ModbusMaster;
import dev.aisle.device.modbus.ModbusSettings;
import java.util.HashMap;
import java.util.Map;

/** One connection for all devices on one Modbus line; it ends with the last of them. */
final class SharedMasters {
  private final Map<String, Lent> masters = new HashMap<>();

  private static final class Lent {
    private final ModbusMaster master;
    private int borrowers;

    Lent(ModbusMaster master) {
      this.master = master;
    }
  }

  /** Closing what is lent leaves the line open for the others. */
  public synchronized ModbusMaster lend(ModbusSettings settings) {
    Lent lent = masters.computeIfAbsent(key(settings), any -> new Lent(ModbusMaster.to(settings)));
    lent.borrowers++;
    return lent.master.shared();
  }

  public synchronized void giveBack(ModbusSettings settings) {
    Lent lent = masters.get(key(settings));
    if (lent != null && --lent.borrowers == 0) {
      masters.remove(key(settings));
      lent.master.close();
    }
  }

  /** The name of the line that devices with these settings share. */
  public static String lineOf(ModbusSettings settings) {
    return settings.address();
  }

  private static String key(ModbusSettings settings) {
    return settings.mode() + " " + settings.address();
  }
}
