package dev.aisle.hmi.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvExportTest {

  record Row(String name, long count, List<String> inside) {}

  @Test
  void aTextIsNeverAFormulaAndNeverBreaksTheTable() {
    assertThat(CsvExport.cell("=1+1")).isEqualTo("'=1+1");
    assertThat(CsvExport.cell("+49 30")).isEqualTo("'+49 30");
    assertThat(CsvExport.cell("-cmd")).isEqualTo("'-cmd");
    assertThat(CsvExport.cell("@sum(A1)")).isEqualTo("'@sum(A1)");
    assertThat(CsvExport.cell("\t=1")).isEqualTo("'\t=1");
    assertThat(CsvExport.cell("a,b")).isEqualTo("\"a,b\"");
    assertThat(CsvExport.cell("say \"hi\"")).isEqualTo("\"say \"\"hi\"\"\"");
    assertThat(CsvExport.cell("=a,b")).isEqualTo("\"'=a,b\"");
    assertThat(CsvExport.cell("plain")).isEqualTo("plain");
  }

  @Test
  void aNegativeNumberStaysANumber() {
    assertThat(CsvExport.cell(-5)).isEqualTo("-5");
    assertThat(CsvExport.cell(null)).isEmpty();
  }

  @Test
  void allPartsOfAListAreInTheFileAndListsInsideRowsAreLeftOut() {
    var answer =
        CsvExport.of(
            "rows",
            Row.class,
            new ListQuery(3, 7, null, null),
            part ->
                part.pageNumber() < 2
                    ? new Page<>(
                        List.of(new Row("r" + part.pageNumber(), part.pageSize(), List.of())),
                        2,
                        part.pageNumber(),
                        part.pageSize())
                    : new Page<>(List.of(), 2, part.pageNumber(), part.pageSize()));
    byte[] body = answer.getBody();
    assertThat(body).isNotNull();
    assertThat(new String(body, StandardCharsets.UTF_8))
        .isEqualTo("\uFEFFname,count\r\nr0,500\r\nr1,500\r\n");
    assertThat(answer.getHeaders().getContentDisposition().getFilename()).isEqualTo("rows.csv");
  }
}
