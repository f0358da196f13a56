package dev.aisle.hmi.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not done (RFC 9457). Screens translate {@code code} with {@code params}; title
 * and detail are for technicians, in English.
 *
 * @param type {@code urn:aisle:problem:} and the code
 * @param status HTTP status
 * @param code stable word in lower case with hyphens
 * @param field the field at fault, if it is one
 * @param errors every field at fault
 * @param params values for the translated sentence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    @Nullable String field,
    @Nullable List<FieldProblem> errors,
    @Nullable Map<String, Object> params) {

  /**
   * @param field path of the field, such as {@code lines[0].quantity}
   * @param code stable word that screens translate with the params
   * @param message the same for a technician, in English
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FieldProblem(
      String field, String code, String message, @Nullable Map<String, Object> params) {

    /** A mistake whose sentence names no value. */
    public FieldProblem(String field, String code, String message) {
      this(field, code, message, null);
    }

    /** A mistake whose sentence names values. */
    public static FieldProblem of(
        String field, String code, String message, Map<String, ?> params) {
      return new FieldProblem(field, code, message, params.isEmpty() ? null : Map.copyOf(params));
    }
  }

  /** A problem without fields. */
  public static Problem of(int status, String code, String detail) {
    return of(status, code, detail, Map.of());
  }

  /** A problem whose sentence names values. */
  public static Problem of(int status, String code, String detail, Map<String, Object> params) {
    return of(status, code, detail, null, params);
  }

  /** A problem of one field, though the value is right as such. */
  public static Problem of(
      int status, String code, String detail, @Nullable String field, Map<String, Object> params) {
    return new Problem(
        "urn:aisle:problem:" + code,
        title(code),
        status,
        detail,
        code,
        field,
        null,
        params.isEmpty() ? null : Map.copyOf(params));
  }

  /** Input that cannot be taken, with every field at fault. */
  public static Problem invalid(List<FieldProblem> errors) {
    return new Problem(
        "urn:aisle:problem:invalid-input",
        "Invalid input",
        400,
        errors.isEmpty() ? "The request cannot be read." : errors.getFirst().message(),
        "invalid-input",
        errors.isEmpty() ? null : errors.getFirst().field(),
        List.copyOf(errors),
        null);
  }

  private static String title(String code) {
    String words = code.replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
