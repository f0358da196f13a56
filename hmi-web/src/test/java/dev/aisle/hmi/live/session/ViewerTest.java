package dev.aisle.hmi.live.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ViewerTest {

  @Test
  void aSlowViewerGetsTheNewestAndNothingPilesUp() throws Exception {
    List<Integer> sent = new CopyOnWriteArrayList<>();
    CountDownLatch slow = new CountDownLatch(1);
    CountDownLatch inTheMiddle = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Viewer<Integer> viewer =
          new Viewer<>(
              number -> {
                sent.add(number);
                inTheMiddle.countDown();
                try {
                  slow.await();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              },
              (waiting, coming) -> coming,
              threads,
              () -> {});
      viewer.show(0);
      inTheMiddle.await();
      for (int i = 1; i <= 10_000; i++) {
        viewer.show(i);
      }
      slow.countDown();
      await().until(() -> sent.contains(10_000));
    }
    assertThat(sent).containsExactly(0, 10_000);
  }
}
