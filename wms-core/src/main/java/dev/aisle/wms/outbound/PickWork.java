package dev.aisle.wms.outbound;

import dev.aisle.wms.shared.EvidenceKind;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.task.TaskId;
import java.util.Optional;

/** What a picker needs to see. */
public record PickWork(
    TaskId task,
    Pick pick,
    LocationId position,
    Optional<EvidenceKind> unitConfirmedBy,
    boolean held,
    Sscc parcel) {}
