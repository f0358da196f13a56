package dev.aisle.device.serial;

import dev.aisle.device.link.DeviceFailure;
import dev.aisle.device.link.DeviceTrouble;
import dev.aisle.device.link.TroubleKind;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bytes over a TCP socket: serial servers, and readers with their own network port. */
public final class TcpByteLink implements ByteLink {
  private static final int CONNECT_MS = 2_000;
  private static final int WAIT_MS = 50;

  private final String host;
  private final int port;
  private final byte[] chunk = new byte[1024];
  private volatile @Nullable Socket socket;

  public TcpByteLink(String host, int port) {
    this.host = host;
    this.port = port;
  }

  @Override
  public String address() {
    return host + ":" + port;
  }

  @Override
  public void open() throws IOException {
    close();
    Socket fresh = new Socket();
    try {
      fresh.connect(new InetSocketAddress(host, port), CONNECT_MS);
      fresh.setTcpNoDelay(true);
      fresh.setKeepAlive(true);
      fresh.setSoTimeout(WAIT_MS);
    } catch (IOException e) {
      fresh.close();
      throw new DeviceFailure(
          DeviceTrouble.kindOf(e).orElse(TroubleKind.NO_HOST),
          Map.of("address", address(), "host", host),
          "%s cannot be reached: %s".formatted(address(), e.getMessage()),
          e);
    }
    socket = fresh;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    return read(into, Duration.ofMillis(WAIT_MS));
  }

  @Override
  public int read(ByteBuffer into, Duration atMost) throws IOException {
    Socket open = opened();
    InputStream in = open.getInputStream();
    int waitMs = Math.clamp(atMost.toMillis(), 1, WAIT_MS);
    try {
      if (!atMost.isPositive() && in.available() == 0) {
        return 0;
      }
      open.setSoTimeout(waitMs);
      int count = in.read(chunk, 0, Math.min(chunk.length, into.remaining()));
      if (count < 0) {
        throw lost(" closed the connection");
      }
      into.put(chunk, 0, count);
      return count;
    } catch (SocketTimeoutException e) {
      return 0;
    }
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    opened().getOutputStream().write(bytes);
  }

  @Override
  public void discard() throws IOException {
    InputStream in = opened().getInputStream();
    for (int there = in.available(); there > 0; there = in.available()) {
      if (in.read(chunk, 0, Math.min(chunk.length, there)) < 0) {
        throw lost(" closed the connection");
      }
    }
  }

  @Override
  public void close() {
    Socket open = socket;
    socket = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        // The socket is given up either way.
        return;
      }
    }
  }

  private DeviceFailure lost(String what) {
    return new DeviceFailure(
        TroubleKind.CONNECTION_LOST, Map.of("address", address()), address() + what);
  }

  private Socket opened() throws IOException {
    Socket open = socket;
    if (open == null) {
      throw lost(" is not open");
    }
    return open;
  }
}
