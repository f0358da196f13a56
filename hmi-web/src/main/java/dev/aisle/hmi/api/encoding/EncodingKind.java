package dev.aisle.hmi.api.encoding;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.aisle.hmi.encoding.TagOrder;
import io.swagger.v3.oas.annotations.media.Schema;

/** The keys tags are written with. */
@Schema(name = "EncodingKind")
public enum EncodingKind {
  @JsonProperty("sgtin")
  SGTIN(TagOrder.Kind.SGTIN),
  @JsonProperty("sscc")
  SSCC(TagOrder.Kind.SSCC),
  @JsonProperty("grai")
  GRAI(TagOrder.Kind.GRAI);

  private final TagOrder.Kind kind;

  EncodingKind(TagOrder.Kind kind) {
    this.kind = kind;
  }

  TagOrder.Kind kind() {
    return kind;
  }
}
