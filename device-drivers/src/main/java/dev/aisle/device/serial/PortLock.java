package dev.aisle.device.serial;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a port from being opened twice, within this program and by another. The exclusive flag of
 * the operating system does not bind root, and two readers of one line would each see half of it.
 */
final class PortLock implements AutoCloseable {
  private final FileChannel channel;

  private PortLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @param port with all links resolved, so that two names of one port are one
   * @throws IOException when the port is in use
   */
  static PortLock take(Path port) throws IOException {
    String name = "aisle-port" + port.toString().replaceAll("[^A-Za-z0-9.]+", "-") + ".lock";
    Path file = Path.of(System.getProperty("java.io.tmpdir", "/tmp"), name);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      throw new IOException("%s is already in use".formatted(port));
    }
    return new PortLock(channel);
  }

  /** Closing the channel releases the lock; the file stays, for removing it would be a race. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // Released with the process at the latest.
      return;
    }
  }
}
