package dev.aisle.hmi.api.encoding;

import dev.aisle.hmi.encoding.Detail;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/**
 * What more there is to say about a tag or a row.
 *
 * @param word such as {@code no-tag}, or a device's trouble such as {@code no-answer}
 * @param values for the translated sentence
 */
@Schema(name = "EncodingDetail")
public record EncodingDetail(String word, Map<String, String> values) {
  public EncodingDetail {
    values = Map.copyOf(values);
  }

  static List<EncodingDetail> of(List<Detail> details) {
    return details.stream()
        .map(detail -> new EncodingDetail(detail.word(), detail.values()))
        .toList();
  }
}
