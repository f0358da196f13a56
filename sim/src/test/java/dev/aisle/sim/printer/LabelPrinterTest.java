package dev.aisle.sim.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.device.link.BackOff;
import dev.aisle.device.link.LinkState;
import dev.aisle.device.link.Ne107;
import dev.aisle.device.printer.FilePrintSpool;
import dev.aisle.device.printer.HeldLabel;
import dev.aisle.device.printer.Label;
import dev.aisle.device.printer.LabelPrinter;
import dev.aisle.device.printer.LabelTemplates;
import dev.aisle.device.printer.LabelTexts;
import dev.aisle.device.printer.PrintJob;
import dev.aisle.device.printer.PrintOutcome;
import dev.aisle.device.printer.PrintSpool;
import dev.aisle.device.printer.PrinterModel;
import dev.aisle.device.printer.PrinterTimes;
import dev.aisle.device.rfid.epc.Sscc96;
import dev.aisle.device.serial.ByteLink;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real driver and its spool on a simulated printer. */
class LabelPrinterTest {
  private static final PrinterModel MODEL = new PrinterModel(203, Optional.of("E:SIMSUN.TTF"));
  private static final PrinterTimes QUICK =
      new PrinterTimes(
          Duration.ofMillis(250),
          Duration.ofMillis(10),
          Duration.ofMillis(20),
          Duration.ofMillis(60));

  @TempDir Path folder;
  private final List<PrintOutcome> outcomes = new CopyOnWriteArrayList<>();
  private SimulatedPrinter played;
  private PrintSpool spool;
  private LabelPrinter driver;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 6);
  }

  @BeforeEach
  void switchOn() throws IOException {
    played = new SimulatedPrinter("zebra", 0, Duration.ofMillis(5));
    played.open();
    start();
  }

  @AfterEach
  void switchOff() {
    driver.close();
    played.close();
  }

  /** As after a restart of the program: everything new but the folder. */
  private void start() throws IOException {
    spool = new FilePrintSpool(folder, 100);
    driver =
        new LabelPrinter(
            "zebra",
            ByteLink.to("127.0.0.1:" + played.port(), 9600),
            spool,
            Clock.systemUTC(),
            QUICK,
            new BackOff(Duration.ofMillis(10), Duration.ofMillis(30), 1));
    driver.onOutcome(outcomes::add);
    driver.open();
  }

  @Test
  void anSsccLabelComesOutWithItsBarcodeAndItsTag() throws IOException {
    String epc = Sscc96.encode("106141412345678908", 7, Sscc96.UNIT_LOAD);
    Label label =
        LabelTemplates.logistic(
            "106141412345678908",
            new LabelTemplates.Logistic(
                "上海工厂",
                "北京仓库 ^~_\\,",
                "SF",
                Map.of("02", "80614141123458", "37", "40", "10", "L>1", "17", "261231")),
            Optional.of(epc),
            LabelTexts.ZH);
    spool.add(PrintJob.of("job-1", label, MODEL, 1));
    await().until(() -> outcomes.size() == 1);
    assertThat(outcomes)
        .containsExactly(
            new PrintOutcome("zebra", "job-1", PrintOutcome.Result.PRINTED, Optional.empty()));
    assertThat(played.labels()).hasSize(1);
    PrintedLabel printed = played.labels().getFirst();
    assertThat(printed.epcHex()).contains(epc);
    assertThat(printed.texts()).contains("上海工厂", "北京仓库 ^~_\\,", "(00)106141412345678908");
    assertThat(printed.barcodes())
        .containsExactly(
            "]C10280614141123458" + "17261231" + "10L>1" + "\u001D" + "3740",
            "]C100106141412345678908");
    assertThat(spool.all()).isEmpty();
  }

  @Test
  void locationAndCaseLabelsCanBeScannedAgain() throws IOException {
    spool.add(
        PrintJob.of("a", LabelTemplates.location("S-01-01", "ambient", LabelTexts.EN), MODEL, 2));
    Label item =
        LabelTemplates.itemCase(
            "Bolts M8",
            Map.of("01", "80614141123458", "10", "L1", "21", "S/1"),
            Optional.empty(),
            LabelTexts.EN);
    spool.add(PrintJob.of("b", item, MODEL, 1));
    await().until(() -> outcomes.size() == 2);
    assertThat(played.labels()).hasSize(3);
    assertThat(played.labels().getFirst().barcodes()).containsExactly("]C0S-01-01", "]Q1S-01-01");
    assertThat(played.labels().getLast().barcodes())
        .containsExactly(
            "]d20180614141123458" + "10L1" + "\u001D" + "21S/1",
            "]Q1https://id.gs1.org/01/80614141123458/10/L1/21/S%2F1",
            "]C10180614141123458");
  }

  @Test
  void aPrinterWithoutPaperWantsMaintenanceAndGoesOnWhenItHasSome() throws IOException {
    played.fault(PrinterFault.PAPER_OUT, true);
    spool.add(job("p1"));
    await().until(() -> driver.health().signal() == Ne107.MAINTENANCE);
    assertThat(driver.health().trouble()).contains("no labels left");
    assertThat(played.labels()).isEmpty();
    played.fault(PrinterFault.PAPER_OUT, false);
    await().until(() -> outcomes.size() == 1);
    assertThat(driver.health().signal()).isEqualTo(Ne107.OK);
  }

  @Test
  void aPrinterThatIsSilentInTroubleIsAskedForItsErrors() {
    played.fault(PrinterFault.SILENT_IN_TROUBLE, true);
    played.fault(PrinterFault.HEAD_OPEN, true);
    await().until(() -> driver.health().signal() == Ne107.CHECK);
    assertThat(driver.health().trouble()).contains("print head open");
    played.fault(PrinterFault.HEAD_OPEN, false);
    await().until(() -> driver.health().signal() == Ne107.OK);
  }

  @Test
  void aTagThatCannotBeWrittenHoldsTheJob() throws IOException {
    played.fault(PrinterFault.BAD_TAGS, true);
    String epc = Sscc96.encode("106141412345678908", 7, Sscc96.UNIT_LOAD);
    spool.add(PrintJob.of("t1", new Label(50, 30, List.of(), Optional.of(epc)), MODEL, 1));
    await().until(() -> outcomes.size() == 1);
    assertThat(outcomes.getFirst().result()).isEqualTo(PrintOutcome.Result.HELD);
    assertThat(outcomes.getFirst().held().map(HeldLabel::why)).contains(HeldLabel.Why.WRONG_TAG);
    assertThat(played.labels()).allMatch(PrintedLabel::voided).hasSizeLessThanOrEqualTo(3);
    played.fault(PrinterFault.BAD_TAGS, false);
    assertThat(spool.printAgain("t1")).isTrue();
    await().until(() -> outcomes.size() == 2);
    assertThat(played.labels().getLast().epcHex()).contains(epc);
    assertThat(spool.all()).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyLabelComesOutOnceWhateverBreaks(long seed) throws IOException {
    Random random = new Random(seed);
    List<String> wanted = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      wanted.add("L-" + i);
      assertThat(spool.add(job("L-" + i))).isEqualTo(PrintSpool.Added.TAKEN);
      assertThat(spool.add(job("L-" + i))).isNotEqualTo(PrintSpool.Added.TAKEN);
    }
    for (int i = 0; i < 6; i++) {
      int before = outcomes.size();
      switch (random.nextInt(4)) {
        case 0 -> played.breakAfter(random.nextInt(200));
        case 1 -> {
          driver.close();
          start();
        }
        case 2 -> {
          played.switchOff();
          await().until(() -> driver.health().link() == LinkState.DOWN);
          played.switchOn();
        }
        default -> {
          played.fault(PrinterFault.PAPER_OUT, true);
          await().until(() -> driver.health().signal() != Ne107.OK);
          played.fault(PrinterFault.PAPER_OUT, false);
        }
      }
      await()
          .untilAsserted(
              () ->
                  assertThat(outcomes.size() > before || spool.all().isEmpty())
                      .as("%s %s", outcomes, spool.all())
                      .isTrue());
    }
    await().untilAsserted(() -> assertThat(spool.all()).isEmpty());
    assertThat(played.labels().stream().map(label -> label.texts().getFirst()))
        .containsExactlyElementsOf(wanted);
    assertThat(outcomes).allMatch(it -> it.result() == PrintOutcome.Result.PRINTED);
  }

  @Test
  void aPrinterThatDoesNotCountIsNeverSentAJobTwiceByItself() throws IOException {
    driver.close();
    played.fault(PrinterFault.NO_COUNT, true);
    start();
    spool.add(job("n1"));
    await().until(() -> outcomes.size() == 1);
    assertThat(played.labels()).hasSize(1);
    played.breakAfter(40);
    spool.add(job("n2"));
    await().until(() -> outcomes.size() == 2);
    assertThat(outcomes.getLast().result()).isEqualTo(PrintOutcome.Result.HELD);
    assertThat(spool.all()).hasSize(1);
    assertThat(played.labels().size()).isLessThanOrEqualTo(2);
  }

  private static PrintJob job(String id) {
    return PrintJob.of(
        id,
        new Label(
            100,
            50,
            List.of(
                new dev.aisle.device.printer.LabelElement.Text(2, 2, 5, id),
                new dev.aisle.device.printer.LabelElement.Code128(2, 10, 20, 0.25, id)),
            Optional.empty()),
        MODEL,
        1);
  }
}
