package dev.aisle.hmi.app.database;

import dev.aisle.hmi.app.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * PostgreSQL refuses to run as root. Where this program is root, its commands get a prefix: a user
 * namespace without a mapping, in which root is nobody, or else a plain change of user.
 *
 * @param prefix goes before every PostgreSQL command
 * @param owner who must own the data; empty when the files may stay as they are
 */
record UnprivilegedUser(List<String> prefix, String owner) {
  private static final String FALLBACK_USER = "nobody";

  static UnprivilegedUser find() throws IOException {
    if (!isRoot()) {
      return new UnprivilegedUser(List.of(), "");
    }
    if (works(List.of("unshare", "-U", "true"))) {
      return new UnprivilegedUser(List.of("unshare", "-U"), "");
    }
    List<List<String>> changes =
        List.of(
            List.of("setpriv", "--reuid=" + FALLBACK_USER, "--clear-groups"),
            List.of("runuser", "-u", FALLBACK_USER, "--"));
    for (List<String> change : changes) {
      if (works(Stream.concat(change.stream(), Stream.of("true")).toList())) {
        return new UnprivilegedUser(change, FALLBACK_USER);
      }
    }
    throw new CannotStart(
        "PostgreSQL does not run as root, and neither unshare, setpriv nor runuser works here; start Aisle as another user.");
  }

  /** Hands a folder and all below it to the user PostgreSQL runs as. */
  void give(Path folder) throws IOException {
    if (owner.isEmpty()) {
      return;
    }
    UserPrincipal user =
        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
            .setOwner(user);
      }
    }
  }

  private static boolean isRoot() throws IOException {
    Path self = Path.of("/proc/self");
    return Files.exists(self)
        ? Files.getAttribute(self, "unix:uid").equals(0)
        : System.getProperty("user.name").equals("root");
  }

  private static boolean works(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
