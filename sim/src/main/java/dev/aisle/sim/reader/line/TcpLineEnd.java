package dev.aisle.sim.reader.line;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A port of the loopback address that hands one client at a time through to the device, as serial
 * servers do. Whoever else connects is turned away.
 */
public final class TcpLineEnd implements LineEnd {
  private static final Logger LOG = LoggerFactory.getLogger(TcpLineEnd.class);

  private final Selector selector;
  private final ServerSocketChannel server;
  private final int port;
  private final ByteBuffer input = ByteBuffer.allocate(1024);
  private @Nullable SocketChannel client;

  /**
   * @param port 0 for any that is free
   */
  public TcpLineEnd(int port) throws IOException {
    selector = Selector.open();
    try {
      server = ServerSocketChannel.open();
      server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2);
      server.configureBlocking(false);
      server.register(selector, SelectionKey.OP_ACCEPT);
      this.port = server.socket().getLocalPort();
    } catch (IOException e) {
      selector.close();
      throw e;
    }
  }

  public int port() {
    return port;
  }

  @Override
  public String address() {
    return "127.0.0.1:" + port;
  }

  @Override
  public Line await(int timeoutMs) throws IOException {
    if (timeoutMs > 0) {
      selector.select(timeoutMs);
    } else {
      selector.selectNow();
    }
    boolean readable = false;
    for (SelectionKey key : selector.selectedKeys()) {
      if (key.isValid() && key.isAcceptable()) {
        accept();
      } else if (key.isValid() && key.isReadable()) {
        readable = true;
      }
    }
    selector.selectedKeys().clear();
    if (client == null) {
      return Line.NOBODY;
    }
    return readable ? Line.READABLE : Line.QUIET;
  }

  private void accept() throws IOException {
    SocketChannel fresh = server.accept();
    if (fresh == null) {
      return;
    }
    if (client != null) {
      fresh.close();
      return;
    }
    fresh.setOption(StandardSocketOptions.TCP_NODELAY, true);
    fresh.configureBlocking(false);
    fresh.register(selector, SelectionKey.OP_READ);
    client = fresh;
  }

  @Override
  public byte[] read() {
    SocketChannel open = client;
    if (open == null) {
      return new byte[0];
    }
    input.clear();
    try {
      if (open.read(input) < 0) {
        hangUp();
      }
    } catch (IOException reset) {
      hangUp();
    }
    return Arrays.copyOf(input.array(), input.position());
  }

  @Override
  public int write(byte[] bytes) {
    SocketChannel open = client;
    if (open == null) {
      return 0;
    }
    try {
      return open.write(ByteBuffer.wrap(bytes));
    } catch (IOException reset) {
      hangUp();
      return 0;
    }
  }

  private void hangUp() {
    SocketChannel open = client;
    client = null;
    if (open != null) {
      closeQuietly(open);
    }
  }

  @Override
  public void close() {
    hangUp();
    closeQuietly(server);
    closeQuietly(selector);
  }

  private static void closeQuietly(AutoCloseable channel) {
    try {
      channel.close();
    } catch (Exception e) {
      LOG.debug("closing a line", e);
    }
  }
}
