package dev.aisle.hmi.api.encoding;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * A tag on the record.
 *
 * @param tid chip identity, hex
 * @param before EPC it had, hex
 * @param readable what it carries now, as printed under a barcode
 * @param verified read back through its new EPC
 * @param notes what else was noticed
 */
@Schema(name = "EncodedTag")
public record EncodedTag(
    long id,
    Instant at,
    String by,
    String reader,
    int antenna,
    String tid,
    String before,
    String epc,
    String scheme,
    String key,
    String serial,
    String readable,
    boolean verified,
    boolean locked,
    List<EncodingDetail> notes) {
  public EncodedTag {
    notes = List.copyOf(notes);
  }
}
