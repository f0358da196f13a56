package dev.aisle.wms.masterdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aisle.wms.inbound.AdviceId;
import dev.aisle.wms.inbound.Inbound;
import dev.aisle.wms.item.Items;
import dev.aisle.wms.order.Orders;
import dev.aisle.wms.party.Parties;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.ItemId;
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.PartyId;
import dev.aisle.wms.testing.WmsTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WmsTest
class ImporterTest {
  private static final String ITEM_COLUMNS =
      "id,name,gtin,length_mm,width_mm,height_mm,weight_g,units_per_case,cases_per_pallet,"
          + "shelf_life_days,category\n";
  private static final String TEA =
      "TEA,\"Tea, green\",4006381333931,100,80,60,250,12,40,365,Food\n";
  private static final String CUPS = "CUPS,Cups,036000291452,100,80,60,250,6,20,,Ware\n";
  private static final String PARTIES =
      "id;name;role;city\nACME;Acme;supplier;Shanghai\nSHOP-1;Shop 中文;customer;Suzhou\n";

  @Autowired Importer importer;
  @Autowired Items items;
  @Autowired Parties parties;
  @Autowired Orders orders;
  @Autowired Inbound inbound;

  private ImportResult load(ImportKind kind, String csv) throws IOException {
    return load(kind, csv, StandardCharsets.UTF_8);
  }

  private ImportResult load(ImportKind kind, String csv, Charset charset) throws IOException {
    var bytes = new ByteArrayInputStream(csv.getBytes(charset));
    return importer.load(kind, "test.csv", bytes, new Actor("tester"));
  }

  private void masterData() throws IOException {
    load(ImportKind.ITEMS, ITEM_COLUMNS + TEA + CUPS);
    load(ImportKind.PARTIES, PARTIES);
  }

  @Test
  void goodRowsPassAndBadRowsAreListedWithLineFieldAndReason() throws IOException {
    var result =
        load(
            ImportKind.ITEMS,
            ITEM_COLUMNS
                + TEA
                + "NOGTIN,No check,4006381333932,100,80,60,250,12,40,,\n"
                + "HALF,Half,96385074,100,80,60,2.5,12,0,,\n"
                + "SHORT,Too few\n"
                + "TEA,Other tea,036000291452,100,80,60,250,12,40,,\n"
                + ",Nameless,036000291452,100,80,60,250,12,40,,\n"
                + "TWIN,Same number,4006381333931,100,80,60,250,12,40,,\n"
                + CUPS);
    assertThat(result.accepted()).isEqualTo(2);
    assertThat(result.rejected()).isEqualTo(6);
    assertThat(result.errors())
        .extracting(ImportFault::line, ImportFault::field, ImportFault::reason)
        .containsExactly(
            tuple(3L, "gtin", "not-a-gtin"),
            tuple(4L, "weight_g", "not-a-whole-number"),
            tuple(4L, "cases_per_pallet", "out-of-range"),
            tuple(5L, "", "wrong-number-of-fields"),
            tuple(6L, "id", "twice-in-file"),
            tuple(7L, "id", "missing"),
            tuple(8L, "gtin", "gtin-of-another-item"));
    assertThat(items.require(new ItemId("TEA")).name()).isEqualTo("Tea, green");
    assertThat(importer.faults(ListQuery.first(50)).total()).isEqualTo(7);
  }

  @Test
  void theSameFileAgainChangesNothing() throws IOException {
    String csv = ITEM_COLUMNS + TEA + CUPS + "BAD,Bad,1,1,1,1,1,1,1,,\n";
    load(ImportKind.ITEMS, csv);
    var again = load(ImportKind.ITEMS, csv);
    assertThat(again.accepted()).isZero();
    assertThat(again.unchanged()).isEqualTo(2);
    assertThat(again.rejected()).isEqualTo(1);
    assertThat(importer.faults(ListQuery.first(50)).total()).isEqualTo(1);
  }

  @Test
  void aCorrectedFileTakesItsFaultsBack() throws IOException {
    load(ImportKind.ITEMS, ITEM_COLUMNS + "TEA,Tea,4006381333932,100,80,60,250,12,40,365,Food\n");
    assertThat(importer.faults(ListQuery.first(5).filtered("kind", "items")).total()).isEqualTo(1);
    assertThat(load(ImportKind.ITEMS, ITEM_COLUMNS + TEA).accepted()).isEqualTo(1);
    assertThat(importer.faults(ListQuery.first(5)).total()).isZero();
  }

  @Test
  void otherSeparatorsAByteOrderMarkAndUnknownColumnsAreNoTrouble() throws IOException {
    var result =
        load(ImportKind.PARTIES, "\uFEFFName\tID\tmood\tRole\r\n一号店\tS1\thappy\tCustomer\r\n");
    assertThat(result.accepted()).isEqualTo(1);
    assertThat(result.ignoredColumns()).containsExactly("mood");
    assertThat(parties.require(new PartyId("S1")).name()).isEqualTo("一号店");
  }

  @Test
  void aFileOfTheWrongShapeIsRefusedWhole() throws IOException {
    assertThat(load(ImportKind.ITEMS, "id,name\nTEA,Tea\n").errors())
        .extracting(ImportFault::reason)
        .containsOnly("column-missing");
    assertThat(load(ImportKind.ITEMS, "").errors())
        .extracting(ImportFault::reason)
        .containsExactly("empty-file");
    assertThat(load(ImportKind.PARTIES, PARTIES, Charset.forName("GB18030")).errors())
        .extracting(ImportFault::reason)
        .containsExactly("not-utf-8");
  }

  @Test
  void aQuoteThatIsNeverClosedSpoilsItsOwnLineOnly() throws IOException {
    var result =
        load(
            ImportKind.ITEMS,
            ITEM_COLUMNS
                + "OPEN,\"never closed,036000291452,1,1,1,1,1,1,,\n"
                + TEA.repeat(3)
                + CUPS);
    assertThat(result.errors())
        .extracting(ImportFault::line, ImportFault::reason)
        .containsExactly(tuple(2L, "quote-not-closed"));
    assertThat(result.accepted()).isEqualTo(2);
    assertThat(result.unchanged()).isEqualTo(2);
  }

  @Test
  void anOrderIsTakenWholeOrNotAtAll() throws IOException {
    masterData();
    String csv =
        """
        order_ref,customer,item,quantity,requested_for
        A-1,SHOP-1,TEA,5,2026-12-01
        A-1,SHOP-1,CUPS,2,2026-12-01
        A-1,SHOP-1,TEA,1,2026-12-01
        A-2,SHOP-1,TEA,-4,
        A-2,SHOP-1,CUPS,2,
        A-3,NOBODY,TEA,1,
        A-4,SHOP-1,SOAP,1,
        A-5,SHOP-1,TEA,1,12/01/2026
        A-6,SHOP-1,TEA,1,1997-10-01
        A-7,SHOP-1,CUPS,1,
        A-1,SHOP-1,CUPS,9,2026-12-01
        """;
    var result = load(ImportKind.ORDERS, csv);
    assertThat(result.errors())
        .extracting(ImportFault::line, ImportFault::field, ImportFault::reason)
        .containsExactly(
            tuple(5L, "quantity", "out-of-range"),
            tuple(7L, "customer", "unknown-customer"),
            tuple(8L, "item", "unknown-item"),
            tuple(9L, "requested_for", "not-a-date"),
            tuple(10L, "requested_for", "in-the-past"),
            tuple(12L, "order_ref", "rows-not-together"));
    assertThat(result.accepted()).isEqualTo(4);
    assertThat(result.rejected()).isEqualTo(7);
    assertThat(orders.list(ListQuery.first(10)).total()).isEqualTo(2);
    assertThat(load(ImportKind.ORDERS, csv).unchanged()).isEqualTo(4);
    assertThat(orders.list(ListQuery.first(10)).total()).isEqualTo(2);
  }

  @Test
  void advicesAnnounceTheirPalletsOnce() throws IOException {
    masterData();
    String csv =
        """
        advice,supplier,item,quantity,lot,expiry,sscc
        N-1,ACME,TEA,480,L1,2027-01-01,
        N-1,ACME,CUPS,120,,,376104250021234569
        N-2,ACME,CUPS,120,,,376104250021234568
        N-3,SHOP-1,CUPS,120,,,
        """;
    var result = load(ImportKind.ADVICES, csv);
    assertThat(result.accepted()).isEqualTo(2);
    assertThat(result.errors())
        .extracting(ImportFault::line, ImportFault::field, ImportFault::reason)
        .containsExactly(
            tuple(4L, "sscc", "not-an-sscc"), tuple(5L, "supplier", "unknown-supplier"));
    assertThat(inbound.find(new AdviceId("N-1")).orElseThrow().pallets()).hasSize(2);
    assertThat(load(ImportKind.ADVICES, csv).unchanged()).isEqualTo(2);
    assertThat(inbound.announced()).containsExactly(new AdviceId("N-1"));
  }
}
