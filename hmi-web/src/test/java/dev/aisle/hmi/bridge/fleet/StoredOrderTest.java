package dev.aisle.hmi.bridge.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.control.io.VehicleOrderRecord;
import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.transport.TransportRecord;
import dev.aisle.device.agv.VehicleOrder;
import org.junit.jupiter.api.Test;

class StoredOrderTest {

  /** Orders said nothing yet of headings, passages and of asking before giving up. */
  @Test
  void anOrderThatAnEarlierVersionOfTheProgramStoredIsTakenUpAgain() {
    VehicleOrderRecord record =
        DispatchJournalStore.vehicleOrder(
            """
            {"vehicle":{"value":"AGV-01"},"counter":4,"order":{"vehicle":{"value":"AGV-01"},
             "orderId":"AGV-01-4","orderUpdateId":1,
             "nodes":[{"nodeId":"A","sequenceId":2,"released":true,"xM":1.5,"yM":2.0,
               "deviationM":0.3,"mapId":"floor","actions":[{"actionId":"T1:pick","type":"pick",
               "blocking":"HARD","parameters":{"loadId":"1"}}]},
              {"nodeId":"B","sequenceId":4,"released":true,"xM":3.5,"yM":2.0,"deviationM":0.3,
               "mapId":"floor","actions":[]}],
             "edges":[{"edgeId":"A-B","sequenceId":3,"released":true,"fromNodeId":"A",
               "toNodeId":"B","maxSpeedMps":1.5}]},
             "firstVisit":1,"reached":2,"released":3,"ended":false,
             "visits":[{"index":2,"node":"A","stop":null,"after":[]},
               {"index":3,"node":"B","stop":null,"after":[]}],
             "transport":null,"paused":false,"held":""}
            """);
    VehicleOrder order = record.order().orElseThrow();
    assertThat(order.nodes().getFirst().thetaRad()).isEmpty();
    assertThat(order.nodes().getFirst().actions().getFirst().retriable()).isFalse();
    assertThat(order.edges().getFirst().passage()).isEqualTo(VehicleOrder.Passage.PLAIN);
    assertThat(record.held()).isEmpty();
  }

  /** What went wrong was a sentence; it stays one, in whatever language it was. */
  @Test
  void aTransportThatAnEarlierVersionStoredWithASentenceKeepsIt() {
    TransportRecord record =
        DispatchJournalStore.transport(
            """
            {"request":{"id":{"value":"T1"},"loadId":"1","fromNode":"A","toNode":"B",
             "priority":0,"requestedAt":"2026-03-01T06:00:00Z"},"stage":"FAILED",
             "vehicle":{"value":"AGV-01"},"since":"2026-03-01T06:01:00Z","attempts":0,
             "note":"fetched X instead of Y"}
            """);
    assertThat(record.note()).hasValue(Trouble.inWords("fetched X instead of Y"));
  }
}
