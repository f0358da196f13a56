package dev.aisle.hmi.testing;

import dev.aisle.hmi.app.AisleMain;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the program is started in a process of its own, where a test can kill it.
 *
 * <p>Where the build has packed the classes, a first short run keeps what it loaded for all later
 * ones (class data sharing, JEP 350), which halves the time of a start. That takes jars.
 */
public final class ProgramCommand {
  private static final int TRAINED_WITHIN_S = 300;

  private ProgramCommand() {}

  /**
   * The command line.
   *
   * @param words of Aisle's command line, after its name
   */
  public static List<String> of(List<String> words) {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Path packed = Path.of(System.getProperty("aisle.program.jar", "not-packed"));
    if (!Files.exists(packed)) {
      return command(List.of(), classPath, words);
    }
    String jars = onlyJars(packed, classPath);
    Path kept = packed.resolveSibling("program.jsa");
    try {
      keepOnce(packed, kept, jars);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return command(List.of("-XX:SharedArchiveFile=" + kept, "-Xlog:disable"), jars, words);
  }

  private static List<String> command(List<String> options, String classPath, List<String> words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED"));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, AisleMain.class.getName()));
    command.addAll(words);
    return command;
  }

  /** Test processes run side by side: one of them makes the archive, the others wait for it. */
  private static synchronized void keepOnce(Path packed, Path kept, String jars)
      throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                packed.resolveSibling("program.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock only = channel.lock()) {
      boolean there =
          Files.exists(kept)
              && Files.getLastModifiedTime(kept).compareTo(Files.getLastModifiedTime(packed)) > 0;
      if (there || !only.isValid()) {
        return;
      }
      Path data = Files.createTempDirectory("aisle-training");
      PreparedDatabase.into(data);
      Process training =
          new ProcessBuilder(
                  command(
                      List.of("-XX:ArchiveClassesAtExit=" + kept, "-Xlog:disable"),
                      jars,
                      List.of("demo", "--data", data.toString(), "--port", "0", "--seconds", "1")))
              .redirectErrorStream(true)
              .redirectOutput(packed.resolveSibling("program.log").toFile())
              .start();
      try {
        if (!training.waitFor(TRAINED_WITHIN_S, TimeUnit.SECONDS) || training.exitValue() != 0) {
          throw new IOException(
              "the first run failed:\n" + Files.readString(packed.resolveSibling("program.log")));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while the program ran for the first time", e);
      } finally {
        training.destroyForcibly();
        deleteAll(data);
      }
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path one : inside.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(one);
      }
    }
  }

  private static String onlyJars(Path packed, String classPath) {
    return Stream.concat(
            Stream.of(packed.toString()),
            Arrays.stream(classPath.split(File.pathSeparator)).filter(one -> one.endsWith(".jar")))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
