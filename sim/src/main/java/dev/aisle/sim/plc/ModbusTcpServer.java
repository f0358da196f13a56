package dev.aisle.sim.plc;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;

/**
 * A Modbus TCP server for one unit. Unlike a library's it can carry a request out and not answer,
 * and drops its connections when it is closed. A master beyond the eighth is turned away.
 */
final class ModbusTcpServer implements AutoCloseable {
  private static final int CONNECTIONS = 8;
  private static final int HEAD = 7;
  private static final int LONGEST_REQUEST = 254;

  private final ServerSocket server;
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
  private final Semaphore free = new Semaphore(CONNECTIONS);
  private final UnaryOperator<byte[]> unit;
  private final String name;

  /**
   * @param port 0 for any that is free
   * @param unit request → answer, called from the threads of the connections; an empty answer is
   *     silence
   */
  ModbusTcpServer(String name, int port, UnaryOperator<byte[]> unit) throws IOException {
    this.name = name;
    this.unit = unit;
    try {
      server = new ServerSocket(port, CONNECTIONS, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new IOException("no Modbus server on port %d: %s".formatted(port, e.getMessage()), e);
    }
    daemon(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  private void daemon(Runnable work) {
    Thread.ofPlatform().name("sim-" + name).daemon().start(work);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        if (free.tryAcquire()) {
          clients.add(client);
          daemon(() -> serve(client));
        } else {
          client.close();
        }
      } catch (IOException e) {
        if (server.isClosed()) {
          return;
        }
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      client.setTcpNoDelay(true);
      DataInputStream in = new DataInputStream(client.getInputStream());
      while (true) {
        answer(in, client.getOutputStream());
      }
    } catch (IOException hungUp) {
      System.getLogger(ModbusTcpServer.class.getName())
          .log(System.Logger.Level.TRACE, name + " lost a master", hungUp);
    } finally {
      clients.remove(client);
      free.release();
    }
  }

  private void answer(DataInputStream in, OutputStream out) throws IOException {
    byte[] head = new byte[HEAD];
    in.readFully(head);
    int length = (ByteBuffer.wrap(head).getShort(4) & 0xFFFF) - 1;
    if (length < 1 || length > LONGEST_REQUEST) {
      throw new IOException("a request of %d bytes".formatted(length));
    }
    byte[] request = new byte[length];
    in.readFully(request);
    byte[] answer = unit.apply(request);
    if (answer.length == 0) {
      return;
    }
    ByteBuffer frame = ByteBuffer.allocate(HEAD + answer.length);
    frame.put(head, 0, 4).putShort((short) (answer.length + 1)).put(head[6]).put(answer);
    out.write(frame.array());
  }

  /** Cuts every connection; masters may connect again. */
  void cut() {
    clients.forEach(ModbusTcpServer::cut);
  }

  private static void cut(Socket client) {
    try {
      client.close();
    } catch (IOException e) {
      return;
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      // It takes no more masters either way.
      cut();
      return;
    }
    cut();
  }
}
