package dev.aisle.wms.masterdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.wms.item.Items;
import dev.aisle.wms.party.Parties;
import dev.aisle.wms.party.PartyRole;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.testing.WmsTest;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WmsTest
class FoodMartSourceTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
  private static final Set<Integer> ALL =
      IntStream.range(0, 10_000).boxed().collect(Collectors.toSet());

  private static FoodMartSource foodMart;

  @Autowired Importer importer;
  @Autowired Items items;
  @Autowired Parties parties;

  @BeforeAll
  static void readOnce() throws IOException {
    foodMart = FoodMartSource.onClassPath(TODAY);
  }

  private static List<String[]> rows(String csv) {
    return csv.lines().skip(1).map(line -> line.split(",")).toList();
  }

  private static long sum(List<String[]> rows, int column) {
    return rows.stream().mapToLong(row -> Long.parseLong(row[column])).sum();
  }

  /** Reference values computed independently from the same artifact. */
  @Test
  void theFiguresOfTheDataSetAreThere() {
    var everything = FoodMartScope.everything();
    List<String[]> shipped = rows(foodMart.advices(everything, ALL));
    assertThat(sum(shipped, 3)).isEqualTo(207_726);
    List<String[]> ordered = rows(foodMart.orders(everything, ALL));
    assertThat(sum(ordered, 3)).isEqualTo(72_024);
    assertThat(ordered.stream().map(row -> row[0]).distinct()).hasSize(5_568);
  }

  @Test
  void aScopeLimitsAdvicesAndOrdersToTheItemsOrderedMost() {
    var scope = new FoodMartScope(40, 5, 8, 30);
    Set<String> assortment = Set.copyOf(foodMart.assortment(40));
    Set<Integer> numbers =
        assortment.stream()
            .map(id -> Integer.parseInt(id.substring(3)))
            .collect(Collectors.toSet());
    List<String[]> advices = rows(foodMart.advices(scope, numbers));
    List<String[]> orders = rows(foodMart.orders(scope, numbers));
    assertThat(advices).isNotEmpty().hasSizeLessThanOrEqualTo(40);
    assertThat(advices).allMatch(row -> assortment.contains(row[2]));
    assertThat(orders).allMatch(row -> assortment.contains(row[2]));
    assertThat(orders.stream().map(row -> row[0]).distinct()).hasSize(30);
  }

  @Test
  void theWholeRangeAndASampleOfDocumentsGoThroughTheImporterTwice() throws IOException {
    var scope = new FoodMartScope(40, 3, 8, 20);
    for (var file : foodMart.files(scope).entrySet()) {
      assertThat(load(file.getKey(), file.getValue()).errors()).as("%s", file.getKey()).isEmpty();
    }
    assertThat(items.list(ListQuery.first(1)).total()).isEqualTo(1_560);
    assertThat(parties.ofRole(PartyRole.CUSTOMER)).hasSize(24);
    assertThat(parties.ofRole(PartyRole.SUPPLIER)).hasSize(24);
    for (var file : foodMart.files(scope).entrySet()) {
      ImportResult again = load(file.getKey(), file.getValue());
      assertThat(again.accepted()).as("%s", file.getKey()).isZero();
      assertThat(again.unchanged()).as("%s", file.getKey()).isPositive();
    }
  }

  private ImportResult load(ImportKind kind, InputStream csv) throws IOException {
    return importer.load(kind, "foodmart-" + kind, csv, new Actor("tester"));
  }

  @Test
  void insertStatementsAreReadWithQuotesNullsAndEscapedCharacters() {
    assertThat(HsqlInsert.table("INSERT INTO \"store\" VALUES(1)")).isEqualTo("store");
    assertThat(
            HsqlInsert.values("INSERT INTO \"s\" VALUES(1,'O''Hara, Caf\\u00e9 (1)',NULL,8.39E0)"))
        .containsExactly("1", "O'Hara, Café (1)", "", "8.39E0");
  }
}
