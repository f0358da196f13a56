package dev.aisle.hmi.bridge.device.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * Queues of all printers, below one folder. A queue outlives its printer, so that nothing is lost
 * when a printer is set anew.
 */
public final class PrintQueues {
  private final Path folder;
  private final Clock clock;
  private final Map<String, PrintQueue> queues = new HashMap<>();

  public PrintQueues(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * @param most jobs it holds; decided when the queue is first asked for
   */
  public synchronized PrintQueue of(String printer, int most) {
    return queues.computeIfAbsent(
        printer,
        name -> {
          try {
            return new PrintQueue(folder.resolve(name), most, clock);
          } catch (IOException e) {
            throw new UncheckedIOException("the print queue of %s".formatted(name), e);
          }
        });
  }
}
