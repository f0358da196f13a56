package dev.aisle.sim.plc;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.slave.ModbusSlave;
import com.ghgande.j2mod.modbus.slave.ModbusSlaveFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;

/** A Modbus TCP slave on the loopback address that serves several units. */
final class ModbusSlaveServer implements AutoCloseable {
  /** Masters that may be connected at once. */
  private static final int CONNECTIONS = 8;

  private final ModbusSlave slave;

  ModbusSlaveServer(int port, Map<Integer, Registers> units, Silence silence) throws IOException {
    requireFree(port);
    try {
      slave =
          ModbusSlaveFactory.createTCPSlave(
              InetAddress.getLoopbackAddress(), port, CONNECTIONS, false);
      units.forEach(
          (unit, registers) -> slave.addProcessImage(unit, new UnitImage(registers, silence)));
      slave.open();
    } catch (ModbusException e) {
      throw new IOException("no Modbus slave on port %d: %s".formatted(port, e.getMessage()), e);
    }
  }

  // The library would share a slave of this process on the same port without a word.
  private static void requireFree(int port) throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new IOException("no Modbus slave on port %d: it is in use".formatted(port), e);
    }
  }

  @Override
  public void close() {
    ModbusSlaveFactory.close(slave);
  }
}
