package dev.aisle.device.serial;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A pseudo-terminal pair with a stable name: the device's end is in our hands, the other is a
 * symbolic link that a driver opens like a serial port.
 */
public final class Pty implements AutoCloseable {
  private static final int O_RDWR = 2;
  private static final int O_NOCTTY = 0x100;
  private static final short POLLIN = 1;

  private final Path link;
  private final int master;
  private final int slave;
  private volatile boolean open = true;

  static {
    Native.register(Pty.class, "c");
  }

  private static native int posix_openpt(int flags);

  private static native int grantpt(int fd);

  private static native int unlockpt(int fd);

  private static native String ptsname(int fd);

  private static native int open(String path, int flags);

  private static native int close(int fd);

  private static native NativeLong read(int fd, byte[] into, NativeLong count);

  private static native NativeLong write(int fd, byte[] from, NativeLong count);

  private static native int poll(Pointer fds, NativeLong count, int timeoutMs);

  private static native int tcgetattr(int fd, Pointer termios);

  private static native void cfmakeraw(Pointer termios);

  private static native int tcsetattr(int fd, int when, Pointer termios);

  private Pty(Path link, int master, int slave) {
    this.link = link;
    this.master = master;
    this.slave = slave;
  }

  public static Pty at(Path link) throws IOException {
    int master = posix_openpt(O_RDWR | O_NOCTTY);
    if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0) {
      throw new IOException("no pseudo-terminal to be had");
    }
    String name = ptsname(master);
    int slave = open(name, O_RDWR | O_NOCTTY);
    try (Memory termios = new Memory(256)) {
      tcgetattr(slave, termios);
      cfmakeraw(termios);
      tcsetattr(slave, 0, termios);
    }
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, Path.of(name));
    return new Pty(link, master, slave);
  }

  public String path() {
    return link.toString();
  }

  /** What the driver wrote, at most 4096 bytes; waits at most 20 ms, empty when nothing came. */
  public byte[] read() {
    try (Memory fds = new Memory(8)) {
      fds.setInt(0, master);
      fds.setShort(4, POLLIN);
      fds.setShort(6, (short) 0);
      if (!open || poll(fds, new NativeLong(1), 20) <= 0 || (fds.getShort(6) & POLLIN) == 0) {
        return new byte[0];
      }
    }
    byte[] bytes = new byte[4096];
    int count = read(master, bytes, new NativeLong(bytes.length)).intValue();
    return count <= 0 ? new byte[0] : java.util.Arrays.copyOf(bytes, count);
  }

  public void write(byte[] bytes) {
    if (open) {
      write(master, bytes, new NativeLong(bytes.length));
    }
  }

  /** Pulls the cable. */
  @Override
  public synchronized void close() throws IOException {
    if (open) {
      open = false;
      close(slave);
      close(master);
      Files.deleteIfExists(link);
    }
  }
}
