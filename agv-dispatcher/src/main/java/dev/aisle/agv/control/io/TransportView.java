package dev.aisle.agv.control.io;

import dev.aisle.agv.assignment.Waiting;
import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.transport.TransportRequest;
import dev.aisle.agv.transport.TransportStage;
import dev.aisle.device.agv.VehicleId;
import java.time.Instant;
import java.util.Optional;

/**
 * A transport as screens show it.
 *
 * @param since when it came to this stage
 * @param whyNotYet why no vehicle has taken it yet; empty once one has
 * @param onHold a person keeps it from vehicles
 * @param takenBack why it was cancelled with the load aboard, which is being brought back
 * @param note what last went wrong with it, empty if nothing did
 */
public record TransportView(
    TransportRequest request,
    TransportStage stage,
    Optional<VehicleId> vehicle,
    Instant since,
    Optional<Waiting> whyNotYet,
    Optional<Trouble> note,
    boolean onHold,
    Optional<Trouble> takenBack) {}
