package dev.aisle.sim.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The fuzzer uses one processor; the tests beside it mostly wait for a wire. */
class CodecFuzzTest {
  private static final Path TARGET = Path.of("target").toAbsolutePath();

  /** What it found, and what it took, is at the end. */
  private static final int LAST_CHARACTERS = 8_000;

  @Test
  @Timeout(value = 8, unit = TimeUnit.MINUTES)
  void noCodecBreaksARuleInTwoMinutesOfFuzzing() throws Exception {
    Path told = TARGET.resolve("codec-fuzz.txt");
    Process fuzzing = fuzzing(told);
    try {
      fuzzing.waitFor();
    } finally {
      fuzzing.destroyForcibly();
    }
    assertThat(fuzzing.exitValue()).as(end(told)).isZero();
  }

  private static Process fuzzing(Path told) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx1500m",
                    "-XX:+EnableDynamicAgentLoading",
                    "--enable-native-access=ALL-UNNAMED",
                    // Looking into every comparison as well makes it many times slower.
                    "-Djazzer.trace=cov",
                    "-Djazzer.instrument=dev.aisle.device.**",
                    "-Djazzer.custom_hook_includes=dev.aisle.device.**",
                    "-cp",
                    System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")),
                    CodecFuzzRun.class.getName()))
            .directory(Files.createDirectories(TARGET).toFile())
            .redirectErrorStream(true)
            .redirectOutput(told.toFile());
    builder.environment().put("JAZZER_FUZZ", "1");
    return builder.start();
  }

  private static String end(Path told) throws IOException {
    String all = Files.readString(told);
    return all.substring(Math.max(0, all.length() - LAST_CHARACTERS));
  }
}
