package dev.aisle.wms.unit;

import dev.aisle.wms.shared.Epc;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import java.util.Optional;

/**
 * What is moved as one piece.
 *
 * @param place where the books say it stands; empty before it arrived and after it left
 */
public record HandlingUnit(
    Sscc sscc, UnitType type, UnitState state, Optional<LocationId> place, Optional<Epc> tag) {}
