package dev.aisle.sim.reader.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class PseudoTerminalTest {
  private static final int AT_ONCE = 16;

  @TempDir Path folder;

  @RepeatedTest(20)
  void terminalsOpenedAtOnceHaveNamesOfTheirOwn() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    List<PseudoTerminal> opened = new ArrayList<>();
    try (ExecutorService openers = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<PseudoTerminal>> opening =
          IntStream.range(0, AT_ONCE)
              .mapToObj(
                  i ->
                      (Callable<PseudoTerminal>)
                          () -> {
                            go.await();
                            return new PseudoTerminal(folder.resolve("line-" + i));
                          })
              .map(openers::submit)
              .toList();
      go.countDown();
      for (Future<PseudoTerminal> each : opening) {
        opened.add(each.get());
      }
      List<Path> slaves = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        slaves.add(Files.readSymbolicLink(folder.resolve("line-" + i)));
      }
      assertThat(slaves).doesNotHaveDuplicates();
    } finally {
      opened.forEach(PseudoTerminal::close);
    }
  }
}
