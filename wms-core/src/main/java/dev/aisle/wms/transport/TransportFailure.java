package dev.aisle.wms.transport;

import java.util.List;

/**
 * Why a transport failed or was cancelled.
 *
 * @param code text key, or the words of a vehicle or a person
 * @param values for the translated sentence, in its order
 */
public record TransportFailure(String code, List<String> values) {
  public TransportFailure {
    values = List.copyOf(values);
  }

  public static TransportFailure of(String code) {
    return new TransportFailure(code, List.of());
  }
}
