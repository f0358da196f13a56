package dev.aisle.device.modbus;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A Modbus TCP slave that writes down every write it gets, and can carry a request out without
 * answering it, which no library does.
 */
public final class RawSlave implements AutoCloseable {
  private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final List<Socket> clients = new CopyOnWriteArrayList<>();
  private final List<String> writes = new CopyOnWriteArrayList<>();
  private final boolean[] coils = new boolean[1024];
  private final boolean[] inputs = new boolean[1024];
  private final int[] holding = new int[1024];
  private final int[] rises = new int[1024];
  private final Set<Integer> swallowOnce = ConcurrentHashMap.newKeySet();
  private final Set<Integer> refused = ConcurrentHashMap.newKeySet();
  private volatile boolean silent;

  public RawSlave() throws IOException {
    start(
        () -> {
          while (!server.isClosed()) {
            Socket client = server.accept();
            client.setTcpNoDelay(true);
            clients.add(client);
            start(() -> serve(client));
          }
        });
  }

  public String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  /** Writes so far, as {@code 5: 3=1}, {@code 15: 0=1,0,1} or {@code 6: 99=7}. */
  public List<String> writes() {
    return new ArrayList<>(writes);
  }

  public void forgetWrites() {
    writes.clear();
  }

  /** The next request with this function is carried out but not answered. */
  public void swallowNext(int function) {
    swallowOnce.add(function);
  }

  /** Requests with this function get exception 1. */
  public void refuse(int function) {
    refused.add(function);
  }

  /** Carries out nothing and answers nothing. */
  public void silent(boolean on) {
    silent = on;
  }

  public void cutConnections() {
    clients.forEach(RawSlave::quietly);
    clients.clear();
  }

  public synchronized void input(int address, boolean on) {
    inputs[address] = on;
  }

  public synchronized boolean coil(int address) {
    return coils[address];
  }

  public synchronized void coil(int address, boolean on) {
    rises[address] += on && !coils[address] ? 1 : 0;
    coils[address] = on;
  }

  /** How often a coil went on. */
  public synchronized int rises(int address) {
    return rises[address];
  }

  public synchronized void holding(int address, int value) {
    holding[address] = value;
  }

  public synchronized int holding(int address) {
    return holding[address];
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                return;
              }
            },
            "raw-slave");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve(Socket client) throws IOException {
    DataInputStream in = new DataInputStream(client.getInputStream());
    OutputStream out = client.getOutputStream();
    while (true) {
      byte[] head = new byte[7];
      try {
        in.readFully(head);
      } catch (EOFException e) {
        return;
      }
      int length = ByteBuffer.wrap(head).getShort(4) - 1;
      byte[] pdu = new byte[length];
      in.readFully(pdu);
      if (silent) {
        continue;
      }
      byte[] answer = answer(pdu);
      if (swallowOnce.remove((int) pdu[0])) {
        continue;
      }
      ByteBuffer frame = ByteBuffer.allocate(7 + answer.length);
      frame.put(head, 0, 4).putShort((short) (answer.length + 1)).put(head[6]).put(answer);
      out.write(frame.array());
    }
  }

  private synchronized byte[] answer(byte[] pdu) {
    ByteBuffer in = ByteBuffer.wrap(pdu);
    int function = in.get();
    if (refused.contains(function)) {
      return new byte[] {(byte) (function | 0x80), 1};
    }
    int first = in.getShort() & 0xFFFF;
    int second = in.getShort() & 0xFFFF;
    switch (function) {
      case 1:
        return bits(function, coils, first, second);
      case 2:
        return bits(function, inputs, first, second);
      case 3, 4:
        ByteBuffer words = ByteBuffer.allocate(2 + 2 * second);
        words.put((byte) function).put((byte) (2 * second));
        for (int i = 0; i < second; i++) {
          words.putShort((short) holding[first + i]);
        }
        return words.array();
      case 5:
        coil(first, second == 0xFF00);
        writes.add("5: %d=%d".formatted(first, second == 0xFF00 ? 1 : 0));
        return pdu;
      case 6:
        holding[first] = second;
        writes.add("6: %d=%d".formatted(first, second));
        return pdu;
      case 15:
        in.get();
        List<String> coilValues = new ArrayList<>();
        for (int i = 0; i < second; i++) {
          boolean on = ((pdu[6 + i / 8] >> (i % 8)) & 1) != 0;
          coil(first + i, on);
          coilValues.add(on ? "1" : "0");
        }
        writes.add("15: %d=%s".formatted(first, String.join(",", coilValues)));
        return Arrays.copyOf(pdu, 5);
      case 16:
        in.get();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < second; i++) {
          holding[first + i] = in.getShort() & 0xFFFF;
          values.add(Integer.toString(holding[first + i]));
        }
        writes.add("16: %d=%s".formatted(first, String.join(",", values)));
        return Arrays.copyOf(pdu, 5);
      default:
        return new byte[] {(byte) (function | 0x80), 1};
    }
  }

  private static byte[] bits(int function, boolean[] from, int first, int count) {
    byte[] answer = new byte[2 + (count + 7) / 8];
    answer[0] = (byte) function;
    answer[1] = (byte) ((count + 7) / 8);
    for (int i = 0; i < count; i++) {
      if (from[first + i]) {
        answer[2 + i / 8] |= (byte) (1 << (i % 8));
      }
    }
    return answer;
  }

  private static void quietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      return;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    cutConnections();
  }
}
