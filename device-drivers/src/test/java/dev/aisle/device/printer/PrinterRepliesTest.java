package dev.aisle.device.printer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.printer.PrinterReplies.Reply;
import dev.aisle.device.printer.PrinterStatus.Trouble;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PrinterRepliesTest {
  private static final String ANSWERS =
      "\u0002030,1,0,1245,002,0,0,1,000,0,0,0\u0003\r\n"
          + "\u0002000,0,1,0,1,2,6,0,00000007,1,000\u0003\r\n"
          + "\u00021234,0\u0003\r\n\"4711\"AISLE-TAG job-1 30AB\r\n";

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 20);
  }

  @Test
  void answersAreCutHoweverTheyArrive() {
    for (int chunk = 1; chunk < 40; chunk++) {
      List<Reply> replies = take(ANSWERS.getBytes(StandardCharsets.US_ASCII), chunk);
      assertThat(replies)
          .hasSize(5)
          .endsWith(new Reply.Value("4711"), new Reply.Tag("job-1", "30AB"));
    }
  }

  @Test
  void theHostStatusTellsTroublesAndWhatIsWaiting() {
    List<String> lines =
        take(ANSWERS.getBytes(StandardCharsets.US_ASCII), 100).stream()
            .filter(Reply.Framed.class::isInstance)
            .map(reply -> ((Reply.Framed) reply).text())
            .toList();
    PrinterStatus status = PrinterStatus.ofHostStatus(lines).orElseThrow();
    assertThat(status.troubles()).containsExactlyInAnyOrder(Trouble.PAPER_OUT, Trouble.HEAD_OPEN);
    assertThat(status.formatsWaiting()).isEqualTo(2);
    assertThat(status.labelsRemaining()).isEqualTo(7);
    assertThat(status.partialFormat()).isTrue();
    assertThat(status.isReady()).isFalse();
    assertThat(status.isIdle()).isFalse();
    assertThat(PrinterStatus.ofHostStatus(lines.subList(0, 2))).isEmpty();
    assertThat(PrinterStatus.ofHostStatus(List.of("a", "b", "c"))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "0 00000000 00000000, ''",
    "1 00000000 00000001, PAPER_OUT",
    "1 00000000 00000005, PAPER_OUT HEAD_OPEN",
    "1 00000000 00010000, PAUSED",
    "1 00000000 00000012, RIBBON_OUT TOO_HOT",
    "1 00000001 00000000, FAULT",
  })
  void theErrorFlagsAreRead(String flags, String troubles) {
    var found = PrinterStatus.ofErrors("PRINTER STATUS\r\n ERRORS: %s\r\n W".formatted(flags));
    assertThat(found.orElseThrow().stream().map(Enum::name))
        .containsExactlyInAnyOrder(troubles.isEmpty() ? new String[0] : troubles.split(" "));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noBytesMakeTheReadersThrow(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      for (int k = 0; k < bytes.length; k++) {
        if (random.nextInt(3) == 0) {
          bytes[k] = (byte) "\u0002\u0003\",0123\r\n E".charAt(random.nextInt(12));
        }
      }
      List<String> frames = new ArrayList<>();
      for (Reply reply : take(bytes, 1 + random.nextInt(20))) {
        if (reply instanceof Reply.Framed framed) {
          frames.add(framed.text());
          assertThat(PrinterStatus.ofErrors("ERRORS:" + framed.text())).isNotNull();
        }
      }
      if (frames.size() >= 3) {
        assertThat(PrinterStatus.ofHostStatus(frames.subList(0, 3))).isNotNull();
      }
    }
  }

  private static List<Reply> take(byte[] bytes, int chunk) {
    PrinterReplies replies = new PrinterReplies();
    List<Reply> all = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += chunk) {
      all.addAll(replies.take(ByteBuffer.wrap(bytes, at, Math.min(chunk, bytes.length - at))));
    }
    return all;
  }
}
