package dev.aisle.hmi.app.database;

import dev.aisle.hmi.app.CannotStart;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The PostgreSQL programs, unpacked once from the archive on the class path. A folder is complete
 * only when it has its final name, so a start that was killed while unpacking does no harm.
 */
final class PostgresBinaries {
  private PostgresBinaries() {}

  /** Returns the folder that holds {@code bin/postgres}. */
  static Path in(Path folder) throws IOException {
    String archive = archiveName();
    Path home = folder.resolve(archive.replace(".txz", ""));
    if (Files.isDirectory(home)) {
      return home;
    }
    Files.createDirectories(folder);
    Path unfinished = Files.createTempDirectory(folder, "unpacking-");
    Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (InputStream packed =
        PostgresBinaries.class.getClassLoader().getResourceAsStream(archive)) {
      if (packed == null) {
        throw new CannotStart(
            "There is no PostgreSQL for this machine (%s %s) in this build; name a server under 'database:' in site.yaml."
                .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
      }
      unpack(packed, unfinished);
    }
    Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    return home;
  }

  private static void unpack(InputStream packed, Path into) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
          throw new IOException("entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
          Files.createDirectories(target.getParent());
          Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(tar, target);
          if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
          }
        }
      }
    }
  }

  /** As the archives of io.zonky.test.postgres are named. */
  private static String archiveName() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String os = system.contains("mac") ? "darwin" : system.contains("win") ? "windows" : "linux";
    String machine = System.getProperty("os.arch");
    String arch = machine.equals("amd64") || machine.equals("x86_64") ? "x86_64" : "arm_64";
    return "postgres-%s-%s.txz".formatted(os, arch);
  }
}
