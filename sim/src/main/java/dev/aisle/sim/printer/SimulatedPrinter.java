package dev.aisle.sim.printer;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A ZPL label printer with an RFID encoder on a TCP port. It serves one host at a time, as most
 * printers do, and goes on printing what it has when the host is gone.
 */
public final class SimulatedPrinter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SimulatedPrinter.class);
  private static final int LOOK_MS = 5;
  private static final int NEVER = -1;
  private static final long STOP_MS = 2_000;

  private final String name;
  private final Duration labelTime;
  private final ZplFirmware firmware = new ZplFirmware();
  private final Thread thread;
  private int port;
  private volatile boolean closed;
  private volatile boolean off;
  private volatile @Nullable ServerSocket server;
  private volatile @Nullable Socket host;
  private int breakAfter = NEVER;
  private long nextLabelNanos;

  /**
   * @param port 0 for any
   * @param labelTime how long one label takes
   */
  public SimulatedPrinter(String name, int port, Duration labelTime) {
    this.name = name;
    this.port = port;
    this.labelTime = labelTime;
    thread = Thread.ofPlatform().name("sim-" + name).daemon().unstarted(this::run);
  }

  public void open() throws IOException {
    listen();
    thread.start();
  }

  /** Where it listens; the same also after it was off. */
  public int port() {
    return port;
  }

  public void fault(PrinterFault fault, boolean there) {
    synchronized (firmware) {
      firmware.fault(fault, there);
    }
  }

  /** Closes the connection once that many more bytes of labels have come, the rest lost. */
  public void breakAfter(int bytes) {
    synchronized (firmware) {
      breakAfter = bytes;
    }
  }

  /** Not on the network, and its buffer is lost. */
  public void switchOff() {
    off = true;
    synchronized (firmware) {
      firmware.powerCycle();
    }
    closeSockets();
  }

  public void switchOn() throws IOException {
    listen();
    off = false;
  }

  /** What has come out, oldest first. */
  public List<PrintedLabel> labels() {
    synchronized (firmware) {
      return firmware.labels();
    }
  }

  private void listen() throws IOException {
    ServerSocket fresh = new ServerSocket();
    fresh.setReuseAddress(true);
    fresh.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2);
    fresh.setSoTimeout(LOOK_MS);
    port = fresh.getLocalPort();
    server = fresh;
  }

  private void run() {
    while (!closed) {
      try {
        step();
      } catch (IOException e) {
        LOG.debug("{}: {}", name, e.getMessage());
        closeHost();
      }
    }
  }

  private void step() throws IOException {
    ServerSocket listening = server;
    Socket connected = host;
    if (connected != null) {
      serve(connected);
    } else if (listening != null && !off) {
      accept(listening);
    } else {
      pause();
    }
    print();
  }

  private void accept(ServerSocket listening) throws IOException {
    try {
      Socket fresh = listening.accept();
      fresh.setSoTimeout(LOOK_MS);
      fresh.setTcpNoDelay(true);
      host = fresh;
    } catch (SocketTimeoutException nobody) {
      return;
    }
  }

  private void serve(Socket connected) throws IOException {
    byte[] bytes = new byte[4096];
    int got;
    try {
      InputStream in = connected.getInputStream();
      got = in.read(bytes);
    } catch (SocketTimeoutException nothing) {
      return;
    }
    if (got < 0) {
      closeHost();
      return;
    }
    byte[] answer;
    boolean broken;
    synchronized (firmware) {
      boolean label = bytes[0] == '^' || firmware.isWithinFormat();
      broken = label && breakAfter >= 0 && got >= breakAfter;
      int taken = broken ? breakAfter : got;
      if (label && breakAfter >= 0) {
        breakAfter = broken ? NEVER : breakAfter - got;
      }
      answer = firmware.receive(Arrays.copyOf(bytes, taken));
    }
    if (broken) {
      closeHost();
    } else {
      connected.getOutputStream().write(answer);
    }
  }

  private void print() throws IOException {
    byte[] said;
    synchronized (firmware) {
      if (off || !firmware.hasWork()) {
        nextLabelNanos = System.nanoTime() + labelTime.toNanos();
        return;
      }
      if (System.nanoTime() - nextLabelNanos < 0) {
        return;
      }
      nextLabelNanos = System.nanoTime() + labelTime.toNanos();
      said = firmware.printOne();
    }
    Socket connected = host;
    if (connected != null && said.length > 0) {
      connected.getOutputStream().write(said);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeHost() {
    Socket connected = host;
    host = null;
    closeQuietly(connected);
  }

  private void closeSockets() {
    ServerSocket listening = server;
    server = null;
    closeQuietly(listening);
    closeHost();
  }

  private static void closeQuietly(@Nullable AutoCloseable socket) {
    if (socket == null) {
      return;
    }
    try {
      socket.close();
    } catch (Exception e) {
      LOG.debug("a socket was closed with '{}'", e.getMessage());
    }
  }

  @Override
  public void close() {
    closed = true;
    closeSockets();
    try {
      thread.join(STOP_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
