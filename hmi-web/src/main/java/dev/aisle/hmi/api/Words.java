package dev.aisle.hmi.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The words by which constants go over the wire. */
public final class Words {

  private Words() {}

  /** The constant's name in JSON. */
  public static String of(Enum<?> constant) {
    try {
      JsonProperty named =
          constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
      return named == null ? constant.name() : named.value();
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The constant that goes by this word. */
  public static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> of(constant).equals(word))
        .findFirst();
  }

  /** Turns {@code UNKNOWN_TAG} into {@code unknown-tag}, for words of other modules. */
  public static String kebab(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name of a constant of another module that goes by a camel or kebab word. */
  public static String constant(String word) {
    return word.replaceAll("(?<=[a-z])(?=[A-Z])", "_").replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** Turns {@code IN_TRANSIT} into {@code inTransit}, for words of other modules. */
  public static String camel(Enum<?> constant) {
    StringBuilder word = new StringBuilder();
    boolean up = false;
    for (char c : constant.name().toCharArray()) {
      if (c == '_') {
        up = true;
      } else {
        word.append(up ? c : Character.toLowerCase(c));
        up = false;
      }
    }
    return word.toString();
  }
}
