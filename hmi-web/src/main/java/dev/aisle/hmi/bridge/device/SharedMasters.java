package dev.aisle.hmi.bridge.device;

import dev.aisle.device.modbus.ModbusTcpMaster;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** One connection for all heads behind one gateway; it ends with the last of them. */
final class SharedMasters {
  private final Duration timeout;
  private final Map<String, Lent> masters = new HashMap<>();

  private static final class Lent {
    private final ModbusTcpMaster master;
    private int borrowers;

    Lent(ModbusTcpMaster master) {
      this.master = master;
    }
  }

  SharedMasters(Duration timeout) {
    this.timeout = timeout;
  }

  synchronized ModbusTcpMaster lend(String address) {
    Lent lent = masters.computeIfAbsent(address, at -> new Lent(ModbusTcpMaster.at(at, timeout)));
    lent.borrowers++;
    return lent.master;
  }

  synchronized void giveBack(String address) {
    Lent lent = masters.get(address);
    if (lent != null && --lent.borrowers == 0) {
      masters.remove(address);
      lent.master.close();
    }
  }
}
