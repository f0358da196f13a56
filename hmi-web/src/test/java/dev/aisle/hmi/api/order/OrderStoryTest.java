package dev.aisle.hmi.api.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.hmi.security.Role;
import dev.aisle.hmi.testing.Browser;
import dev.aisle.hmi.testing.WebServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OrderStoryTest {

  private static final String ITEMS =
      """
      id,name,gtin,length_mm,width_mm,height_mm,weight_g,units_per_case,cases_per_pallet,category
      BOLTS,螺栓 Bolts M8,04012345678901,10,10,40,25,100,20,hardware
      =CMD,=1+1,04012345678918,10,10,40,25,100,20,hardware
      NUTS,Nuts M8,123,10,10,10,10,100,20,hardware
      """;
  private static final String PARTIES =
      """
      id,name,role,city,country
      SHOP-A,Shop "A",customer,Hefei,CN
      SUP-A,Supplier A,supplier,Wuhu,CN
      """;

  private final Browser admin = WebServer.running().signedIn(Role.ADMINISTRATOR);

  @BeforeEach
  void masterData() {
    admin.upload("/api/v1/imports/items", "items.csv", ITEMS);
    admin.upload("/api/v1/imports/parties", "parties.csv", PARTIES);
  }

  @Test
  void goodRowsOfAFileAreTakenOnceAndBadOnesAreNamed() {
    JsonNode again = admin.upload("/api/v1/imports/items", "items.csv", ITEMS).json();
    assertThat(again.path("accepted").asInt()).as(again.toString()).isZero();
    assertThat(again.path("unchanged").asInt()).isPositive();
    assertThat(again.path("errors").toString()).contains("\"line\":4").contains("gtin");
    assertThat(admin.upload("/api/v1/imports/secrets", "x.csv", "a").status()).isEqualTo(404);
  }

  @Test
  void aListIsFoundSortedAndExported() {
    JsonNode found = admin.get("/api/v1/items?q=bolts&sort=name,desc&size=10").json();
    assertThat(found.path("total").asInt()).isEqualTo(1);
    assertThat(found.path("items").path(0).path("name").asString()).isEqualTo("螺栓 Bolts M8");
    var csv = admin.get("/api/v1/items.csv?q=bolts");
    assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
    assertThat(csv.text()).contains("BOLTS,螺栓 Bolts M8,04012345678901");
  }

  @Test
  void anOrderWithMistakesNamesEachOfThem() {
    var answer =
        admin.post(
            "/api/v1/orders",
            Map.of(
                "customer", "NOBODY", "lines", List.of(Map.of("item", "NOTHING", "quantity", 5))));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").toString())
        .contains("\"customer\"")
        .contains("\"lines[0].item\"");
  }

  @Test
  void anOrderForWhatIsNotThereWaitsAndSaysWhyAndCanBeCancelled() {
    JsonNode order =
        admin
            .post(
                "/api/v1/orders",
                Map.of(
                    "customer", "SHOP-A",
                    "externalRef", "no-stock",
                    "lines", List.of(Map.of("item", "BOLTS", "quantity", 12))))
            .json();
    String path = "/api/v1/orders/" + order.path("id").asString();
    assertThat(order.path("milestone").asString()).as(order.toString()).isEqualTo("entered");
    assertThat(order.path("milestones").size()).isEqualTo(9);

    JsonNode confirmed = admin.post(path + "/confirm", null).json();
    assertThat(confirmed.path("status").asString()).isEqualTo("backOrdered");
    JsonNode shortage = confirmed.path("linesDetail").path(0).path("shortage");
    assertThat(shortage.path("wanted").asLong()).isEqualTo(12);
    assertThat(shortage.path("free").asLong()).isZero();

    var tooFar = admin.post(path + "/milestones", Map.of("milestone", "arrived"));
    assertThat(tooFar.code()).isEqualTo("wrong-milestone");
    var byHand = admin.post(path + "/milestones", Map.of("milestone", "shipped"));
    assertThat(byHand.json().path("errors").path(0).path("code").asString())
        .isEqualTo("follows-from-work");

    assertThat(admin.get("/api/v1/trace" + path.substring(7)).status()).isEqualTo(200);
    assertThat(admin.post(path + "/cancel", null).json().path("status").asString())
        .isEqualTo("cancelled");
    assertThat(admin.get("/api/v1/orders?status=cancelled&q=no-stock").json().path("total").asInt())
        .isEqualTo(1);
  }

  @Test
  void anAnnouncedDeliveryGetsItsNumbersFromTheProgram() {
    JsonNode advice =
        admin
            .post(
                "/api/v1/advices",
                Map.of(
                    "supplier",
                    "SUP-A",
                    "pallets",
                    List.of(
                        Map.of("item", "BOLTS", "quantity", 2000, "lot", "L1"),
                        Map.of("item", "BOLTS", "quantity", 1000))))
            .json();
    assertThat(advice.path("state").asString()).as(advice.toString()).isEqualTo("announced");
    String sscc = advice.path("palletsDetail").path(0).path("sscc").asString();
    assertThat(sscc).matches("[0-9]{18}");
    assertThat(admin.get("/api/v1/trace/units/" + sscc).status()).isEqualTo(200);
    assertThat(admin.get("/api/v1/advices/" + advice.path("id").asString()).json())
        .isEqualTo(advice);
  }

  @Test
  void whatDoesNotExistIsNotFoundWhateverItIsCalled() {
    for (String path :
        List.of(
            "/api/v1/orders/SO-999999",
            "/api/v1/orders/%27;drop%20table%20item;--",
            "/api/v1/advices/x",
            "/api/v1/trace/units/123",
            "/api/v1/labels/095211410000000123.png",
            "/api/v1/stations/NOWHERE/queue")) {
      assertThat(admin.get(path).code()).as(path).isIn("not-found", "bad-request");
    }
  }

  @Test
  void theSummaryCountsAndChecks() {
    JsonNode summary = admin.get("/api/v1/system/summary").json();
    assertThat(summary.path("operators").asString()).isEqualTo("people");
    assertThat(summary.path("shipped").isNumber()).isTrue();
  }
}
