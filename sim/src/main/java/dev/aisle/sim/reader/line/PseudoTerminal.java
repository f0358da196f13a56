package dev.aisle.sim.reader.line;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * The master side of a pseudo-terminal whose slave looks to others like a serial port, under a path
 * of our choice. Closing it is what pulling the cable is for a USB adapter: the other side gets I/O
 * errors and the path is gone. Used by one thread; {@link #close()} may come from any.
 */
public final class PseudoTerminal implements LineEnd {
  private static final int O_RDWR = 2;
  private static final int O_NOCTTY = Platform.isMac() ? 0x20000 : 0x100;
  private static final int O_NONBLOCK = Platform.isMac() ? 4 : 0x800;
  private static final int TCSANOW = 0;
  private static final short POLLIN = 1;
  private static final short POLLHUP = 0x10;

  /** Larger than any platform's struct termios (60 bytes with glibc, 72 on macOS). */
  private static final int TERMIOS_ROOM = 256;

  /** What is used of the C library (POSIX.1-2017). */
  private interface LibC extends Library {
    LibC INSTANCE = Native.load("c", LibC.class);

    int posix_openpt(int flags) throws LastErrorException;

    int grantpt(int fd) throws LastErrorException;

    int unlockpt(int fd) throws LastErrorException;

    String ptsname(int fd) throws LastErrorException;

    int open(String path, int flags) throws LastErrorException;

    int tcgetattr(int fd, Memory termios) throws LastErrorException;

    void cfmakeraw(Memory termios);

    int tcsetattr(int fd, int when, Memory termios) throws LastErrorException;

    int poll(Memory fds, NativeLong count, int timeoutMs) throws LastErrorException;

    NativeLong read(int fd, Memory into, NativeLong count) throws LastErrorException;

    NativeLong write(int fd, byte[] from, NativeLong count) throws LastErrorException;

    int close(int fd) throws LastErrorException;
  }

  private final Path link;
  private final int master;
  private final Memory pollFd = new Memory(8);
  private final Memory input = new Memory(1024);
  private boolean closed;

  /** Opens a terminal in raw mode and makes {@code link} point to its slave side. */
  public PseudoTerminal(Path link) throws IOException {
    this.link = link.toAbsolutePath();
    try {
      master = LibC.INSTANCE.posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK);
      LibC.INSTANCE.grantpt(master);
      LibC.INSTANCE.unlockpt(master);
      Path slave = slaveOf(master);
      makeRaw(slave);
      Files.createDirectories(this.link.resolveSibling("."));
      Files.deleteIfExists(this.link);
      Files.createSymbolicLink(this.link, slave);
    } catch (LastErrorException e) {
      throw new IOException("no pseudo-terminal: " + e.getMessage(), e);
    }
  }

  /**
   * The C library answers in one buffer for the whole process (POSIX, ptsname): two terminals
   * opened at once would get the same name.
   */
  private static Path slaveOf(int master) throws LastErrorException {
    synchronized (LibC.INSTANCE) {
      return Path.of(LibC.INSTANCE.ptsname(master));
    }
  }

  // The slave is opened once and closed again: from then on the master can tell by a hang-up
  // whether anybody listens. The settings stay with the terminal.
  private static void makeRaw(Path slave) {
    int fd = LibC.INSTANCE.open(slave.toString(), O_RDWR | O_NOCTTY);
    try (Memory termios = new Memory(TERMIOS_ROOM)) {
      LibC.INSTANCE.tcgetattr(fd, termios);
      LibC.INSTANCE.cfmakeraw(termios);
      LibC.INSTANCE.tcsetattr(fd, TCSANOW, termios);
    } finally {
      LibC.INSTANCE.close(fd);
    }
  }

  @Override
  public String address() {
    return link.toString();
  }

  @Override
  public synchronized Line await(int timeoutMs) throws IOException {
    ensureOpen();
    pollFd.setInt(0, master);
    pollFd.setShort(4, POLLIN);
    pollFd.setShort(6, (short) 0);
    try {
      LibC.INSTANCE.poll(pollFd, new NativeLong(1), timeoutMs);
    } catch (LastErrorException interrupted) {
      return Line.QUIET;
    }
    short found = pollFd.getShort(6);
    if ((found & POLLIN) != 0) {
      return Line.READABLE;
    }
    return (found & POLLHUP) != 0 ? Line.NOBODY : Line.QUIET;
  }

  @Override
  public synchronized byte[] read() throws IOException {
    ensureOpen();
    try {
      int count = LibC.INSTANCE.read(master, input, new NativeLong(input.size())).intValue();
      return input.getByteArray(0, Math.max(0, count));
    } catch (LastErrorException nobodyOrNothing) {
      return new byte[0];
    }
  }

  @Override
  public synchronized int write(byte[] bytes) throws IOException {
    ensureOpen();
    try {
      return LibC.INSTANCE.write(master, bytes, new NativeLong(bytes.length)).intValue();
    } catch (LastErrorException nobodyOrFull) {
      return 0;
    }
  }

  private void ensureOpen() throws IOException {
    if (closed) {
      throw new IOException("the cable of %s is pulled".formatted(link));
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      try {
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
          Files.delete(link);
        }
      } finally {
        // Last, for from here on the system may give the number of the terminal to somebody else.
        LibC.INSTANCE.close(master);
      }
    } catch (LastErrorException | IOException e) {
      // the descriptor is gone either way, and a left-over link is replaced by the next open
      System.getLogger(PseudoTerminal.class.getName())
          .log(System.Logger.Level.DEBUG, "closing " + link, e);
    }
  }
}
