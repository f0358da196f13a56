package dev.aisle.hmi.api.station;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

/** Why a person takes a load whose weight is not what the books say. */
@Schema(name = "WeightReason")
public enum WeightReason {
  /** Pallet, box or filling weigh more or less than usual. */
  @JsonProperty("packing")
  PACKING,
  /** Counted piece by piece: the weight in the master data is wrong. */
  @JsonProperty("item-weight")
  ITEM_WEIGHT,
  /** The goods vary, or have taken up or lost water. */
  @JsonProperty("goods-vary")
  GOODS_VARY,
  /** The scale is doubtful; the content was counted. */
  @JsonProperty("scale-doubtful")
  SCALE_DOUBTFUL,
  /** Something else, which the note says. */
  @JsonProperty("other")
  OTHER
}
