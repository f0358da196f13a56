package dev.aisle.agv.control;

import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.transport.TransportRequest;
import dev.aisle.agv.transport.TransportStage;
import dev.aisle.device.agv.VehicleId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A transport as screens show it.
 *
 * @param since when it came to this stage
 * @param whyNotYet why no vehicle has taken it yet; empty once one has
 * @param note what last went wrong with it, empty if nothing did
 */
public record TransportView(
    TransportRequest request,
    TransportStage stage,
    Optional<VehicleId> vehicle,
    Instant since,
    Optional<Why> whyNotYet,
    Optional<Trouble> note) {

  /**
   * A reason with its translation key: {@code transport.waits.starting}, {@code
   * transport.waits.noVehicle}, {@code transport.waits.allBusy}, {@code transport.waits.charging},
   * {@code transport.waits.fetchFirst} (transport), {@code transport.waits.closed} (place, who
   * closed it, why), {@code transport.waits.noWay}, {@code transport.waits.turn}.
   */
  public record Why(String key, List<String> params) {
    public Why {
      params = List.copyOf(params);
    }
  }
}
