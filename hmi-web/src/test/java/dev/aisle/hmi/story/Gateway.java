package dev.aisle.hmi.story;

import dev.aisle.sim.plc.HeadSpec;
import dev.aisle.sim.plc.SimulatedTagHeads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** A Modbus TCP gateway with tag heads behind it, units from 1 on, whose cable can be pulled. */
final class Gateway {
  private final int port;
  private final List<HeadSpec> heads = new ArrayList<>();
  private SimulatedTagHeads wire;

  Gateway(List<String> names) throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    names.forEach(name -> heads.add(new HeadSpec(name, heads.size() + 1, "")));
    wire = new SimulatedTagHeads(port, heads);
  }

  String address() {
    return "127.0.0.1:" + port;
  }

  /** Ends every connection, and takes none. */
  void cut() {
    wire.close();
  }

  void back() {
    try {
      wire = new SimulatedTagHeads(port, heads);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SimulatedTagHeads heads() {
    return wire;
  }
}
