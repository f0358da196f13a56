package dev.aisle.device.modbus;

import com.ghgande.j2mod.modbus.procimg.SimpleDigitalIn;
import com.ghgande.j2mod.modbus.procimg.SimpleDigitalOut;
import com.ghgande.j2mod.modbus.procimg.SimpleInputRegister;
import com.ghgande.j2mod.modbus.procimg.SimpleProcessImage;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import com.ghgande.j2mod.modbus.slave.ModbusSlave;
import com.ghgande.j2mod.modbus.slave.ModbusSlaveFactory;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A real Modbus TCP slave on a free port of this machine. */
public final class Slave implements AutoCloseable {
  private final ModbusSlave slave;
  private final int port;

  public Slave() throws Exception {
    this(freePort());
  }

  public Slave(int port) throws Exception {
    this.port = port;
    slave = ModbusSlaveFactory.createTCPSlave(InetAddress.getLoopbackAddress(), port, 5, false, 30);
    slave.open();
  }

  /** Adds a unit with so many points and registers of each kind, all 0. */
  public Unit unit(int id, int bits, int registers) {
    SimpleProcessImage image = new SimpleProcessImage(id);
    for (int i = 0; i < bits; i++) {
      image.addDigitalIn(new SimpleDigitalIn(false));
      image.addDigitalOut(new SimpleDigitalOut(false));
    }
    for (int i = 0; i < registers; i++) {
      image.addRegister(new SimpleRegister(0));
      image.addInputRegister(new SimpleInputRegister(0));
    }
    slave.addProcessImage(id, image);
    return new Unit(image);
  }

  public int port() {
    return port;
  }

  public String address() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() {
    ModbusSlaveFactory.close(slave);
  }

  private static int freePort() throws Exception {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    }
  }

  /** The memory of one unit. */
  public record Unit(SimpleProcessImage image) {
    public void input(int address, boolean on) {
      image.setDigitalIn(address, new SimpleDigitalIn(on));
    }

    public void coil(int address, boolean on) {
      image.setDigitalOut(address, new SimpleDigitalOut(on));
    }

    public boolean coil(int address) {
      return image.getDigitalOut(address).isSet();
    }

    public void holding(int address, int value) {
      image.setRegister(address, new SimpleRegister(value));
    }

    public int holding(int address) {
      return image.getRegister(address).toUnsignedShort();
    }

    public void inputRegister(int address, int value) {
      image.setInputRegister(address, new SimpleInputRegister(value));
    }
  }
}
