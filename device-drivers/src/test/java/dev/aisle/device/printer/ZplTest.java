package dev.aisle.device.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.device.gs1.Gs1Data;
import dev.aisle.device.gs1.Gs1Parser;
import dev.aisle.device.gs1.Gs1Result;
import dev.aisle.device.printer.LabelElement.Box;
import dev.aisle.device.printer.LabelElement.Code128;
import dev.aisle.device.printer.LabelElement.DataMatrix;
import dev.aisle.device.printer.LabelElement.Gs1128;
import dev.aisle.device.printer.LabelElement.Gs1DataMatrix;
import dev.aisle.device.printer.LabelElement.Qr;
import dev.aisle.device.printer.LabelElement.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZplTest {
  private static final PrinterModel PRINTER = new PrinterModel(203, Optional.empty());
  private static final PrinterModel CHINESE = new PrinterModel(300, Optional.of("E:SIMSUN.TTF"));

  @Test
  void millimetresBecomeDots() {
    Label label = new Label(100, 50, List.of(new Box(10, 5, 80, 0.1, 0.1)), Optional.empty());
    assertThat(Zpl.of(label, PRINTER))
        .isEqualTo("^XA^CI28^LH0,0^PW799^LL400^FO80,40^GB639,1,1^FS^PQ1,0,1,N^XZ");
  }

  @Test
  void whatZplWouldTakeForCommandsIsWrittenInHex() {
    assertThat(body(new Text(0, 0, 5, "a^b~c_d\\e,f\n"), PRINTER))
        .isEqualTo("^FO0,0^A0N,40,40^FH_^FDa_5Eb_7Ec_5Fd_5Ce_2Cf_0A^FS");
  }

  @Test
  void chineseTextTakesTheFontThatHasIt() {
    assertThat(body(new Text(0, 0, 5, "货架一"), CHINESE))
        .isEqualTo("^FO0,0^A@N,59,59,E:SIMSUN.TTF^FH_^FD货架一^FS");
    assertThat(body(new Text(0, 0, 5, "Shelf"), CHINESE)).contains("^A0N,59,59");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "S-01, >:S-01",
    "12345678, >;12345678",
    "1234567, >;123456>67",
    "AB123456, >:AB>5123456",
    "AB12345, >:AB1>52345",
    "A>B~C, >:A>0B>=C",
  })
  void code128ChoosesItsCodeSets(String text, String data) {
    assertThat(Code128Data.of(text)).isEqualTo(data);
  }

  @Test
  void gs1BarcodesBeginWithFnc1AndSeparateWithIt() {
    Gs1Data data = data("0280614141123458" + "3740" + "\u001D" + "10L1");
    assertThat(body(new Gs1128(0, 0, 10, 0.25, data), PRINTER))
        .isEqualTo("^FO0,0^BY2^BCN,80,N,N,N,N^FH_^FD>;>802806141411234583740>8" + "10>6L1^FS");
    assertThat(body(new Gs1DataMatrix(0, 0, 0.5, data), PRINTER))
        .isEqualTo("^FO0,0^BXN,4,200,,,,|,1^FH_^FD|102806141411234583740|110L1^FS");
    assertThat(body(new DataMatrix(0, 0, 0.5, "x"), PRINTER))
        .isEqualTo("^FO0,0^BXN,4,200^FH_^FDx^FS");
    assertThat(body(new Qr(0, 0, 0.5, "http://a/b"), PRINTER))
        .isEqualTo("^FO0,0^BQN,2,4^FH_^FDMA_2Chttp://a/b^FS");
  }

  @Test
  void aTagIsWrittenWithItsProtocolControlWordReadBackAndReported() {
    Label label = new Label(50, 30, List.of(), Optional.of("3174257BF4499602D2000000"));
    assertThat(Zpl.of(label, PRINTER, 1, "job-1"))
        .contains(
            "^RS8,,,3,E^WVY^RFW,H,1,14,1^FD30003174257BF4499602D2000000^FS"
                + "^FN1^RFR,H,2,12,1^FS^FH_^HV1,24,AISLE-TAG job-1 ,_0D_0A,L^FS");
  }

  @Test
  void whatCannotBePrintedIsRefused() {
    assertThatThrownBy(() -> body(new Code128(0, 0, 10, 0.25, "货"), PRINTER))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Label(100, 50, List.of(), Optional.of("XYZ")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PrinterModel(203, Optional.of("E:X^XZ.TTF")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                LabelTemplates.logistic(
                    "106141412345678907",
                    new LabelTemplates.Logistic("", "", "", Map.of()),
                    Optional.empty(),
                    LabelTexts.EN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(00): the check digit is wrong");
  }

  private static String body(LabelElement element, PrinterModel printer) {
    String zpl = Zpl.of(new Label(10, 10, List.of(element), Optional.empty()), printer);
    return zpl.substring(zpl.indexOf("^FO"), zpl.indexOf("^PQ"));
  }

  private static Gs1Data data(String text) {
    return ((Gs1Result.Data) Gs1Parser.parse(text)).data();
  }
}
