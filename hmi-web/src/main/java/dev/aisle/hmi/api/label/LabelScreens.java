package dev.aisle.hmi.api.label;

import dev.aisle.hmi.api.Refusal;
import dev.aisle.hmi.api.WmsLists;
import dev.aisle.wms.outbound.Label;
import dev.aisle.wms.outbound.Outbound;
import dev.aisle.wms.shared.Sscc;
import org.springframework.stereotype.Component;

/** Labels as they were printed. */
@Component
class LabelScreens {

  private final Outbound outbound;

  LabelScreens(Outbound outbound) {
    this.outbound = outbound;
  }

  /** The ZPL of a unit's label. */
  String zpl(String sscc) {
    return outbound
        .label(WmsLists.id("label", sscc, Sscc::new))
        .map(Label::zpl)
        .orElseThrow(() -> Refusal.notFound("label", sscc));
  }
}
