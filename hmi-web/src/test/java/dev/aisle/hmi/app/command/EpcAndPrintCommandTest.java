package dev.aisle.hmi.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.sim.printer.PrinterFault;
import dev.aisle.sim.printer.SimulatedPrinter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpcAndPrintCommandTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Examples of the Tag Data Standard. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "3074257BF7194E4000001A85, sgtin-96, (01)80614141123458(21)6789",
    "3174257BF4499602D2000000, sscc-96, (00)106141412345678908",
    "3274257BF46072000000162E, sgln-96, (414)0614141123452(254)5678",
    "3374257BF40C0E400000162E, grai-96, (8003)006141411234525678",
    "3474257BF40000000000162E, giai-96, (8004)06141415678",
    "2D74257BF4499602D2000000, gsrn-96, (8018)061414112345678902",
    "2C74257BF46072000000162E, gdti-96, (253)06141411234525678",
    "3666C4409047E159B2C2BF100000000000000000000000000000, sgtin-198,"
        + " (01)09506000134352(21)32a/b",
    "F73795211411234538566CB0AFC4, sgtin+, (01)79521141123453(21)32a/b",
    "F90095201234567891235000, sscc+, (00)095201234567891235",
  })
  void everyCodingIsDecodedAndEncodedAgain(String hex, String type, String readable) {
    assertThat(run("epc", "decode", hex)).isZero();
    String decoded = text();
    assertThat(decoded)
        .contains("\"type\":\"%s\"".formatted(type), "\"elements\":\"%s\"".formatted(readable));
    String filter = decoded.replaceAll(".*\"filter\":([0-7]).*", "$1").strip();
    int prefix =
        decoded.contains("companyPrefix")
            ? decoded.replaceAll(".*\"companyPrefix\":\"([0-9]+)\".*", "$1").strip().length()
            : 7;
    String plus = type.endsWith("+") ? "--plus" : "--filter=" + filter;
    assertThat(
            run(
                "epc",
                "encode",
                readable,
                "--filter",
                filter,
                "--prefix",
                Integer.toString(prefix),
                plus))
        .isZero();
    assertThat(text()).isEqualTo(decoded);
  }

  @Test
  void urnsLinksAndGeneralIdentifiersAreUnderstood() {
    assertThat(run("epc", "encode", "urn:epc:tag:sgtin-96:3.0614141.812345.6789")).isZero();
    String wanted = text();
    assertThat(wanted).contains("\"epc\":\"3074257BF7194E4000001A85\"");
    assertThat(
            run(
                "epc",
                "encode",
                "https://id.gs1.org/01/80614141123458/21/6789",
                "--filter",
                "3",
                "--prefixes",
                "061=9,0614141=7"))
        .isZero();
    assertThat(text()).isEqualTo(wanted);
    assertThat(run("epc", "decode", "350007AB70425D4000000586")).isZero();
    assertThat(text()).contains("urn:epc:id:gid:31415.271828.1414");
  }

  @Test
  void aTagOutsideGs1IsNoFailureButNonsenseIs() {
    assertThat(run("epc", "decode", "3074257BF7194E4000001A85", "--pc", "31A2")).isZero();
    assertThat(text()).contains("\"type\":\"not-gs1\"", "\"afi\":\"A2\"");
    assertThat(run("epc", "encode", "(01)80614141123459(21)1")).isEqualTo(1);
    assertThat(text()).contains("\"error\":\"(01): the check digit is wrong\"");
    assertThat(run("epc", "encode", "(01)80614141123458(21)1", "--prefixes", "999=7")).isEqualTo(1);
    assertThat(text()).contains("is not known");
  }

  @Test
  void aTestLabelIsPrintedWithItsTag() throws IOException {
    try (SimulatedPrinter printer = new SimulatedPrinter("zebra", 0, Duration.ofMillis(5))) {
      printer.open();
      String address = "127.0.0.1:" + printer.port();
      assertThat(run("print", "test", "--printer", address, "--tag", "--lang", "zh")).isZero();
      assertThat(text()).contains("\"result\":\"printed\"", "\"troubles\":[]");
      assertThat(printer.labels()).hasSize(1);
      assertThat(printer.labels().getFirst().epcHex()).contains("31D4257BF4499602D2000000");
      Path site = siteWith("printer-1: {driver: printer-zpl, address: '%s'}".formatted(address));
      assertThat(run("print", "test", "--site", site.toString(), "--printer", "printer-1"))
          .isZero();
      assertThat(text()).contains("\"printer\":\"printer-1\"", "\"result\":\"printed\"");
      assertThat(printer.labels()).hasSize(2);
      assertThat(run("print", "test", "--site", site.toString(), "--printer", "printer-9"))
          .isEqualTo(2);
      assertThat(text()).contains("no printer 'printer-9'");
      printer.fault(PrinterFault.PAPER_OUT, true);
      assertThat(run("print", "test", "--printer", address, "--seconds", "2")).isEqualTo(1);
      assertThat(text()).contains("\"result\":\"not-printed\"", "no labels left");
    }
  }

  @Test
  void theZplOfALabelCanBeSeenWithoutAPrinter() {
    for (String label : List.of("sscc", "location", "case")) {
      assertThat(run("print", "test", "--zpl", "--label", label)).isZero();
      assertThat(text()).startsWith("{\"zpl\":\"^XA^CI28").contains("^XZ\"}");
    }
  }

  private String text() {
    String text = out.toString(StandardCharsets.UTF_8);
    out.reset();
    return text;
  }

  private Path siteWith(String device) throws IOException {
    Path site = Files.createDirectories(folder.resolve("site"));
    Files.writeString(
        site.resolve("site.yaml"),
        """
        site: small
        timezone: Asia/Shanghai
        gs1: {company_prefix: "9521141"}
        floor:
          nodes:
            D1: {at_m: [0, 0], is: dock}
            L1: {at_m: [0, 2]}
          lanes:
            - {between: [L1, D1], speed_mps: 0.6}
        devices:
          %s
        """
            .formatted(device));
    return site;
  }

  private int run(String... words) {
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new CommandLine(new ByteArrayInputStream(new byte[0]), print, print).run(List.of(words));
  }
}
