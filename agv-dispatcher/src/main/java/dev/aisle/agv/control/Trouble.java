package dev.aisle.agv.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What goes wrong with a vehicle or a transport, as far as the dispatcher itself says so: in
 * English for journal and log, and as a word with values for screens. What a vehicle says of its
 * own stays in the vehicle's words.
 */
public enum Trouble {
  LOST_ORDER("the vehicle lost its order and says not where it is"),
  FOREIGN_ORDER("the vehicle follows an order nobody here gave"),
  LOAD_WITHOUT_TRANSPORT("the vehicle carries a load without a transport"),
  NO_LOAD_FETCHED("the vehicle reports no load after fetching %s"),
  REFUSES_ORDER("refuses its order: %s"),
  FETCHED_OTHER("fetched %s instead of %s"),
  LOAD_AFTER_DROP("the vehicle still reports a load after the drop"),
  ACTION_FAILED("the vehicle reports that the action failed"),
  BACK_WITHOUT_LOAD("the vehicle came back without the load"),
  NO_SUCH_NODE("there is no node %s"),
  PARKING_PLACE("%s is a parking place, no load can stand there"),
  STANDS_THERE("the load is to be brought to where it stands");

  private static final String VALUE = "%s";

  private final String form;
  private final Pattern pattern;

  Trouble(String form) {
    this.form = form;
    this.pattern =
        Pattern.compile(
            Arrays.stream(form.split(VALUE, -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("(.+)")));
  }

  /**
   * @param values in the order of the sentence
   */
  public record Said(Trouble what, List<String> values) {
    public Said {
      values = List.copyOf(values);
    }

    /** Translation key, such as {@code vehicle.trouble.fetchedOther}. */
    public String key() {
      String[] words = what.name().toLowerCase(Locale.ROOT).split("_");
      StringBuilder key = new StringBuilder("vehicle.trouble.").append(words[0]);
      for (int i = 1; i < words.length; i++) {
        key.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
      }
      return key.toString();
    }
  }

  /** The sentence for journal and log. */
  String with(Object... values) {
    return form.formatted(values);
  }

  /** What a sentence says; empty when a vehicle or a person said it. */
  public static Optional<Said> read(String sentence) {
    for (Trouble trouble : values()) {
      Matcher matcher = trouble.pattern.matcher(sentence);
      if (matcher.matches()) {
        List<String> found = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
          found.add(matcher.group(i));
        }
        return Optional.of(new Said(trouble, found));
      }
    }
    return Optional.empty();
  }
}
