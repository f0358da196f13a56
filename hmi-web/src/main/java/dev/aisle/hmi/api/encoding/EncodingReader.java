package dev.aisle.hmi.api.encoding;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reader that can write tags.
 *
 * @param readPoints that get nothing from it while it writes
 * @param field tags before it, as last seen
 * @param row the row that is written, or was written last; null when there was none
 */
@Schema(name = "EncodingReader")
public record EncodingReader(
    String reader,
    String driver,
    List<Integer> antennas,
    List<String> readPoints,
    boolean connected,
    List<TagInField> field,
    @Nullable Row row) {
  public EncodingReader {
    antennas = List.copyOf(antennas);
    readPoints = List.copyOf(readPoints);
    field = List.copyOf(field);
  }

  /**
   * @param antenna null when it is not told
   * @param readable its key, or its EPC where it has none
   * @param identity it carries a key already
   * @param rssi in dBm; null where the reader does not tell
   */
  @Schema(name = "EncodingFieldTag")
  public record TagInField(
      String epc,
      @Nullable Integer antenna,
      String readable,
      boolean identity,
      @Nullable Double rssi) {}

  /**
   * A row of tags.
   *
   * @param id as given by who started it
   * @param phase such as {@code lay-tag}
   * @param trouble why not, such as {@code several-tags}; null when all is well
   * @param details what more there is to say
   * @param next what the tag before the reader gets
   * @param running false when it has ended
   */
  @Schema(name = "EncodingRow")
  public record Row(
      String id,
      EncodingKind kind,
      @Nullable String key,
      int antenna,
      int count,
      int done,
      boolean lock,
      String by,
      Instant startedAt,
      String phase,
      @Nullable String trouble,
      List<EncodingDetail> details,
      @Nullable String next,
      boolean running,
      List<RowResult> results) {
    public Row {
      details = List.copyOf(details);
      results = List.copyOf(results);
    }
  }

  /**
   * @param trouble null when it was written
   * @param readable what it carries now; null when it was not written
   */
  @Schema(name = "EncodingResult")
  public record RowResult(
      Instant at,
      String epc,
      String tid,
      @Nullable String readable,
      boolean locked,
      @Nullable String trouble,
      List<EncodingDetail> details) {
    public RowResult {
      details = List.copyOf(details);
    }
  }
}
