package dev.aisle.hmi.testing;

import dev.aisle.hmi.app.Secrets;
import dev.aisle.hmi.app.database.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * An empty PostgreSQL in a data folder, as a first start leaves it. It is unpacked and set up once
 * for all test processes of a build and copied from then on, which saves each of a dozen programs
 * several seconds of a processor. How a first start makes it is tested by itself.
 */
public final class PreparedDatabase {
  private static final Path KEPT = Path.of("target", "prepared-database").toAbsolutePath();

  private PreparedDatabase() {}

  /** Puts it into a data folder that does not exist or is empty; any other is left as it is. */
  public static void into(Path data) {
    try {
      if (Files.exists(data.resolve("postgres"))) {
        return;
      }
      copy(kept(), data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A server of its own on such a folder. */
  public static PostgresServer start(Path data) {
    into(data);
    return PostgresServer.start(data, secrets(data));
  }

  private static Secrets secrets(Path data) {
    return new Secrets(data.resolve("secrets"));
  }

  /** Test processes run side by side: one of them makes it, the others wait. */
  private static synchronized Path kept() throws IOException {
    Files.createDirectories(KEPT.getParent());
    try (FileChannel channel =
            FileChannel.open(
                KEPT.resolveSibling("prepared-database.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock only = channel.lock()) {
      if (only.isValid() && !Files.exists(KEPT)) {
        Path unfinished = Files.createTempDirectory(KEPT.getParent(), "preparing-");
        PostgresServer.start(unfinished, secrets(unfinished)).close();
        Files.move(unfinished, KEPT, StandardCopyOption.ATOMIC_MOVE);
      }
    }
    return KEPT;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Path made = to.resolve(from.relativize(folder));
            Files.createDirectories(made);
            if (!folder.equals(from)) {
              Files.setPosixFilePermissions(made, Files.getPosixFilePermissions(folder));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(
                file,
                to.resolve(from.relativize(file)),
                StandardCopyOption.COPY_ATTRIBUTES,
                LinkOption.NOFOLLOW_LINKS);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
