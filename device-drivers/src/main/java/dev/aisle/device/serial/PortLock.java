package dev.aisle.device.serial;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.aisle.device.link.DeviceFailure;
import dev.aisle.device.link.TroubleKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a port from being opened twice, within this program and by another. The exclusive flag of
 * the operating system does not bind root, and two readers of one line would each see half of it.
 */
final class PortLock implements AutoCloseable {
  /**
   * What this program holds. Looked at before the file is touched: where the lock is one of the
   * whole process (POSIX, fcntl), closing any second channel of the file would give it up.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private PortLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * @param port with all links resolved, so that two names of one port are one
   * @throws IOException when the port is in use
   */
  static PortLock take(Path port) throws IOException {
    String name = "aisle-port" + port.toString().replaceAll("[^A-Za-z0-9.]+", "-") + ".lock";
    Path file = Path.of(System.getProperty("java.io.tmpdir", "/tmp"), name);
    if (!HELD.add(file)) {
      throw new DeviceFailure(
          TroubleKind.PORT_BUSY,
          Map.of("port", port.toString()),
          "%s is already in use by another device of this program".formatted(port));
    }
    boolean taken = false;
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        String holder = holder(channel);
        channel.close();
        throw new DeviceFailure(
            TroubleKind.PORT_BUSY,
            Map.of("port", port.toString()),
            "%s is already in use by %s".formatted(port, holder));
      }
      sign(channel);
      taken = true;
      return new PortLock(file, channel);
    } finally {
      if (!taken) {
        HELD.remove(file);
      }
    }
  }

  private static void sign(FileChannel channel) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(US_ASCII)));
  }

  /** Who holds the lock, as far as it is still known. */
  private static String holder(FileChannel channel) {
    try {
      ByteBuffer bytes = ByteBuffer.allocate(20);
      channel.read(bytes, 0);
      long pid = Long.parseLong(new String(bytes.array(), 0, bytes.position(), US_ASCII));
      return ProcessHandle.of(pid)
          .flatMap(process -> process.info().command())
          .map(command -> "process %d (%s)".formatted(pid, command))
          .orElse("process " + pid);
    } catch (IOException | NumberFormatException e) {
      return "another program";
    }
  }

  /** Closing the channel releases the lock; the file stays, for removing it would be a race. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // Released with the process at the latest.
      return;
    } finally {
      HELD.remove(file);
    }
  }
}
