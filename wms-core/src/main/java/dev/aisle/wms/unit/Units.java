package dev.aisle.wms.unit;

import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.Epc;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import java.util.List;
import java.util.Optional;

/**
 * All handling units. Where one stands is changed only by the ledger ({@code inventory}), so that
 * every change of place has evidence.
 */
public interface Units {
  /** The company prefix of the demonstration: GS1 keeps 952 for examples. */
  String COMPANY_PREFIX = "9521141";

  /** A number never given out before. */
  Sscc nextSscc();

  /** A unit that is expected; announcing it again changes nothing and returns it as it is now. */
  HandlingUnit announce(Sscc sscc, UnitType type, Optional<Epc> tag);

  /** A new unit of our own that goods are put into, without a place yet. */
  HandlingUnit open(Sscc sscc, UnitType type);

  Optional<HandlingUnit> find(Sscc sscc);

  /** The unit; one that does not exist is a mistake of the caller. */
  HandlingUnit require(Sscc sscc);

  /** The unit, and nobody else changes it until this transaction ends. */
  HandlingUnit lock(Sscc sscc);

  /** The living unit (neither shipped nor void) that carries this tag. */
  Optional<HandlingUnit> byTag(Epc tag);

  /** The last unit that carried this tag, also when its life is over. */
  Optional<HandlingUnit> lastByTag(Epc tag);

  TagBinding bindTag(Sscc sscc, Epc tag);

  /**
   * A tag was overwritten: the living unit that carried it carries none any more, which stays on
   * record. Units whose life is over keep theirs.
   *
   * @return the unit; empty when none carried it
   */
  Optional<Sscc> tagOverwritten(Epc before, Epc now, Actor by);

  /** Tags it carried until they were overwritten, oldest first. */
  List<FormerTag> formerTags(Sscc sscc);

  List<HandlingUnit> at(LocationId place);

  /** All that stand somewhere or ride on a vehicle. */
  List<HandlingUnit> placed();

  /**
   * Changes the state; the same state again changes nothing, a step back is refused by throwing.
   */
  void become(Sscc sscc, UnitState next);

  /** For the ledger only: the unit now stands here, or nowhere. */
  void stand(Sscc sscc, Optional<LocationId> place);
}
