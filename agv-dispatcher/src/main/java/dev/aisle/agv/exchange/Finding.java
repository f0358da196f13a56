package dev.aisle.agv.exchange;

import java.util.List;

/**
 * What was noticed while a floor was read or written.
 *
 * @param path where, such as {@code layouts[0].edges[3].endNodeId}
 * @param values as many as the kind's sentence asks for
 */
public record Finding(Kind kind, String path, List<String> values) {
  public Finding {
    values = List.copyOf(values);
    if (values.size() != kind.valueCount()) {
      throw new IllegalArgumentException("%s with %s".formatted(kind, values));
    }
  }

  public static Finding of(Kind kind, String path, String... values) {
    return new Finding(kind, path, List.of(values));
  }

  /** Whether the floor cannot be taken at all, or only something of it is lost. */
  public boolean isRefusal() {
    return kind.refusal;
  }

  public String sentence() {
    return kind.form.formatted(values.toArray());
  }

  @Override
  public String toString() {
    return path.isEmpty() ? sentence() : path + ": " + sentence();
  }

  /** Sorts of finding. */
  public enum Kind {
    /** Why it cannot be read. */
    NOT_READABLE(true, "cannot be read: %s"),
    /** The version found, those that are known. */
    OTHER_VERSION(true, "version '%s' is not known here, only %s"),
    MISSING(true, "is missing"),
    EMPTY(true, "must not be empty"),
    /** What is wanted: a text, a number, … */
    WRONG_TYPE(true, "must be %s"),
    /** The word found, those allowed. */
    WRONG_WORD(true, "'%s' is none of %s"),
    /** The number found, what it should be. */
    OUT_OF_RANGE(true, "%s is not %s"),
    /** The name. */
    TWICE(true, "'%s' is there twice"),
    /** The thing that is missing, its name. */
    NO_SUCH(true, "there is no %s '%s'"),
    /** The layouts there are. */
    WHICH_LAYOUT(true, "there are several layouts (%s); name the one to take"),
    /** Two maps. */
    SEVERAL_MAPS(true, "nodes lie on the maps '%s' and '%s'; a floor has one"),
    /** Why the curve cannot be. */
    WRONG_CURVE(true, "the curve makes no sense: %s"),
    TOO_MUCH(true, "there is more than can be taken: %s"),

    /** The field. */
    UNKNOWN_FIELD(false, "the field '%s' is not known and is left out"),
    /** What it says. */
    NOT_KEPT(false, "this is not kept: %s"),
    /** The other end. */
    LEAVES_LAYOUT(false, "leads to '%s' in another layout and is left out"),
    /** The way it is taken now. */
    GUESSED(false, "says not what it is for and is taken for: %s"),
    /** How it differs. */
    DIFFERS_BY_TYPE(false, "differs by type of vehicle; %s holds for all"),
    CLOSED(false, "nobody may drive here; it is left out"),
    /** What the format has no place for. */
    CANNOT_SAY(false, "the format cannot say this, it is lost: %s"),
    /** Number of findings. */
    MORE(false, "and %s more findings");

    private final boolean refusal;
    private final String form;

    Kind(boolean refusal, String form) {
      this.refusal = refusal;
      this.form = form;
    }

    int valueCount() {
      return form.split("%s", -1).length - 1;
    }
  }
}
