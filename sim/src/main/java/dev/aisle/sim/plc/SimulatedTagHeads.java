package dev.aisle.sim.plc;

import dev.aisle.sim.modbus.DataUnits;
import dev.aisle.sim.modbus.DataUnits.UnitFault;
import dev.aisle.sim.modbus.ModbusUnit;
import dev.aisle.sim.modbus.TcpSlaves;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tag heads on one Modbus TCP gateway, a unit each. Holding registers: 0 presence, 1 change
 * counter, 2 length of the tag's content in bytes, 3 to 8 the content with the high byte first, 9
 * signal strength in dBm, signed. Thread-safe.
 */
public final class SimulatedTagHeads implements AutoCloseable {
  private static final int REGISTERS = 16;
  private static final int CONTENT_WORDS = 6;
  private static final int RSSI_DBM = -42;

  private final Map<String, Head> heads = new HashMap<>();
  private final List<HeadSpec> specs;
  private final DataUnits units;
  private final TcpSlaves server;

  public SimulatedTagHeads(int port, List<HeadSpec> specs) throws IOException {
    Map<Integer, ModbusUnit> byUnit = new HashMap<>();
    for (HeadSpec spec : specs) {
      Head head = new Head();
      if (heads.put(spec.name(), head) != null || byUnit.put(spec.unit(), head) != null) {
        throw new IllegalArgumentException("two heads with name or unit of " + spec);
      }
    }
    this.specs = List.copyOf(specs);
    units = new DataUnits(byUnit);
    server = new TcpSlaves(port, units);
  }

  /** What lies under the head now: the EPC in hex, or nothing. */
  public void sense(String head, Optional<String> epcHex) {
    Head found = heads.get(head);
    if (found == null) {
      throw new IllegalArgumentException("no head '%s'".formatted(head));
    }
    found.show(epcHex.orElse(""));
  }

  /** Answers no request until the time is over, then all that still wait. */
  public void keepSilent(Duration length) {
    specs.forEach(spec -> units.fault(spec.unit(), new UnitFault.Waits(), length));
  }

  @Override
  public void close() {
    units.repair();
    server.close();
  }

  private static final class Head implements ModbusUnit {
    private String shown = "";
    private int changes;
    private int[] values = new int[REGISTERS];

    synchronized void show(String epcHex) {
      if (epcHex.equals(shown)) {
        return;
      }
      shown = epcHex;
      changes = (changes + 1) & 0xFFFF;
      int[] next = new int[REGISTERS];
      next[1] = changes;
      if (!epcHex.isEmpty()) {
        next[0] = 1;
        next[2] = epcHex.length() / 2;
        for (int i = 0; i < Math.min(CONTENT_WORDS, epcHex.length() / 4); i++) {
          next[3 + i] = Integer.parseInt(epcHex.substring(4 * i, 4 * i + 4), 16);
        }
        next[9] = RSSI_DBM & 0xFFFF;
      }
      values = next;
    }

    @Override
    public synchronized int[] registers(int first, int count) throws Refusal {
      Refusal.beyond(REGISTERS, first, count);
      return Arrays.copyOfRange(values, first, first + count);
    }
  }
}
