package dev.aisle.device.printer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.printer.PrintSpool.Added;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePrintSpoolTest {
  @TempDir Path folder;

  @Test
  void jobsStayInOrderThroughARestart() throws IOException {
    PrintSpool spool = new FilePrintSpool(folder, 20);
    for (int i = 0; i < 12; i++) {
      spool.add(job("j" + i));
    }
    spool.remove("j0");
    spool.update(job("j1").sent(OptionalLong.of(42)));
    PrintSpool again = new FilePrintSpool(folder, 20);
    assertThat(again.all()).isEqualTo(spool.all()).hasSize(11);
    assertThat(again.next().orElseThrow()).isEqualTo(job("j1").sent(OptionalLong.of(42)));
    again.add(job("j12"));
    assertThat(again.all().getLast().id()).isEqualTo("j12");
  }

  @Test
  void aFullSpoolRefusesAndAKnownJobIsNotTakenTwice() throws IOException {
    PrintSpool spool = new FilePrintSpool(folder, 2);
    assertThat(spool.add(job("a"))).isEqualTo(Added.TAKEN);
    assertThat(spool.add(job("a"))).isEqualTo(Added.KNOWN);
    assertThat(spool.add(job("b"))).isEqualTo(Added.TAKEN);
    assertThat(spool.add(job("c"))).isEqualTo(Added.FULL);
    assertThat(spool.all().stream().map(PrintJob::id)).containsExactly("a", "b");
  }

  @Test
  void aHeldJobStandsAsideUntilAPersonSendsItAgain() throws IOException {
    PrintSpool spool = new FilePrintSpool(folder, 5);
    spool.add(job("a"));
    spool.add(job("b"));
    HeldLabel why = new HeldLabel(HeldLabel.Why.TOO_FEW, Map.of("printed", "1", "wanted", "2"));
    spool.update(job("a").held(why));
    assertThat(spool.next().orElseThrow().id()).isEqualTo("b");
    assertThat(new FilePrintSpool(folder, 5).all().getFirst().held()).contains(why);
    assertThat(spool.printAgain("a")).isTrue();
    assertThat(spool.printAgain("b")).isFalse();
    assertThat(spool.next().orElseThrow().id()).isEqualTo("a");
  }

  @Test
  void aSentenceOfAnEarlierVersionHoldsTheJobWithoutAReason() {
    assertThat(HeldLabel.read("the tag holds 30AA")).contains(HeldLabel.NOT_KNOWN);
    assertThat(HeldLabel.read("")).isEmpty();
  }

  @Test
  void aFileThatIsNoJobIsPutAsideAndAnUnfinishedOneIsDropped() throws IOException {
    Files.writeString(folder.resolve("000000000007.job"), "rubbish");
    Files.writeString(folder.resolve("000000000008.job.tmp"), "half");
    PrintSpool spool = new FilePrintSpool(folder, 5);
    assertThat(spool.all()).isEmpty();
    spool.add(job("a"));
    assertThat(folder.resolve("000000000007.job.broken")).exists();
    assertThat(folder.resolve("000000000008.job")).exists();
    assertThat(folder.resolve("000000000008.job.tmp")).doesNotExist();
  }

  private static PrintJob job(String id) {
    return PrintJob.of(
        id,
        new Label(50, 30, List.of(new LabelElement.Text(1, 1, 3, "货\n架 " + id)), Optional.empty()),
        new PrinterModel(203, Optional.empty()),
        1);
  }
}
