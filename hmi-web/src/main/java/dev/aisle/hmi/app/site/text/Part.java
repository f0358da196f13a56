package dev.aisle.hmi.app.site.text;

import dev.aisle.agv.roadmap.geometry.Point;
import dev.aisle.hmi.app.site.FaultKind;
import dev.aisle.hmi.app.site.FaultReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of the file, asked key by key. A wrong value is reported and answered with nothing,
 * so that reading goes on and finds the next mistake. {@link #done()} reports every key nobody
 * asked for.
 */
public final class Part {
  private static final Pattern DURATION = Pattern.compile("([0-9]+(?:\\.[0-9]+)?) ?(ms|s|min|h)");
  private static final Pattern COUNT = Pattern.compile("([0-9]{1,6})(?: [a-z]+)?");

  private record Entry(Node key, Node value) {}

  private final Reading reading;
  private final String where;
  private final Mark at;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();
  private final boolean readable;

  public Part(Reading reading, String where, Mark at, Node node) {
    this.reading = reading;
    this.where = where;
    this.at = at;
    this.readable = node instanceof MappingNode;
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        add(tuple);
      }
    } else if (!Tag.NULL.equals(node.getTag())) {
      reading.fault(node.getStartMark(), where, FaultKind.NO_YAML, "must be 'key: value' lines");
    }
  }

  private void add(NodeTuple tuple) {
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      reading.fault(
          tuple.getKeyNode().getStartMark(), where, FaultKind.NO_YAML, "a key must be plain text");
      return;
    }
    Entry first = entries.putIfAbsent(key.getValue(), new Entry(key, tuple.getValueNode()));
    if (first != null) {
      reading.fault(
          key.getStartMark(),
          way(key.getValue()),
          FaultReason.of(FaultKind.TWICE, Map.of("given", key.getValue())),
          "'%s' is given twice, first in line %d"
              .formatted(key.getValue(), Reading.line(first.key.getStartMark())));
    }
  }

  /** False when the value was no mapping at all, which is already reported. */
  public boolean readable() {
    return readable;
  }

  public Mark at() {
    return at;
  }

  public String where() {
    return where;
  }

  public Reading reading() {
    return reading;
  }

  public boolean has(String key) {
    asked.add(key);
    return entries.containsKey(key);
  }

  /** Where a key stands, or this part itself when it is missing. */
  public Mark at(String key) {
    Entry entry = entries.get(key);
    return entry == null ? at : entry.value.getStartMark();
  }

  public String way(String key) {
    return where.isEmpty() ? key : where + "." + key;
  }

  /** A mistake that is of no kind of its own. */
  public void fault(String key, String message) {
    fault(key, FaultKind.WRONG, message);
  }

  public void fault(String key, FaultKind kind, String message) {
    fault(key, FaultReason.of(kind), message);
  }

  public void fault(String key, FaultReason reason, String message) {
    reading.fault(at(key), way(key), reason, message);
  }

  private void fault(String key, FaultKind kind, String given, String message) {
    fault(key, FaultReason.of(kind, Map.of("given", given)), message);
  }

  public void missing(String key, String example) {
    reading.missing(
        at, where, key, "'%s' is missing, such as '%s: %s'".formatted(key, key, example));
  }

  public Optional<String> text(String key) {
    asked.add(key);
    Entry entry = entries.get(key);
    return entry == null ? Optional.empty() : scalar(entry.value, way(key));
  }

  /** A text that must be there. */
  public Optional<String> text(String key, String example) {
    if (!has(key)) {
      missing(key, example);
      return Optional.empty();
    }
    return text(key);
  }

  private Optional<String> scalar(Node node, String way) {
    if (!(node instanceof ScalarNode scalar) || Tag.NULL.equals(scalar.getTag())) {
      reading.fault(node.getStartMark(), way, FaultKind.NO_YAML, "must be one value");
      return Optional.empty();
    }
    return Optional.of(reading.expand(scalar.getValue(), scalar.getStartMark(), way));
  }

  /** One of a few words. */
  public Optional<String> word(String key, Set<String> words) {
    return text(key)
        .filter(
            word -> {
              if (words.contains(word)) {
                return true;
              }
              notOneOf(key, word, words);
              return false;
            });
  }

  /** Reports a word that is none of these. */
  public void notOneOf(String key, String word, Set<String> words) {
    fault(key, noneOf(word, words), notOneOf(word, words));
  }

  public static FaultReason noneOf(String word, Set<String> words) {
    return FaultReason.of(
        FaultKind.NOT_ONE_OF, Map.of("given", word, "words", String.join(", ", words)));
  }

  public static String notOneOf(String word, Set<String> words) {
    return "'%s' is none of %s%s"
        .formatted(word, String.join(", ", words), Reading.hint(word, words));
  }

  public Optional<Double> number(String key, double least, double most) {
    return text(key)
        .flatMap(
            text -> {
              Optional<Double> value = parse(text);
              if (value.isEmpty()) {
                fault(key, FaultKind.NOT_A_NUMBER, text, "'%s' is not a number".formatted(text));
              } else if (value.get() < least || value.get() > most) {
                fault(
                    key,
                    FaultReason.of(
                        FaultKind.OUT_OF_RANGE,
                        Map.of("given", text, "least", plain(least), "most", plain(most))),
                    "%s is not between %s and %s".formatted(text, plain(least), plain(most)));
                return Optional.empty();
              }
              return value;
            });
  }

  public OptionalInt whole(String key, int least, int most) {
    Optional<Double> value = number(key, least, most);
    if (value.isPresent() && value.get() != Math.rint(value.get())) {
      fault(key, FaultKind.NOT_WHOLE, Double.toString(value.get()), "must be a whole number");
      return OptionalInt.empty();
    }
    return value.map(number -> OptionalInt.of(number.intValue())).orElseGet(OptionalInt::empty);
  }

  /** A count with the name of what is counted, such as {@code 1 pallet}. */
  public OptionalInt count(String key) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    Matcher matcher = COUNT.matcher(text.get());
    if (!matcher.matches()) {
      fault(
          key,
          FaultKind.NOT_A_NUMBER,
          text.get(),
          "'%s' is not a count, such as '1 pallet'".formatted(text.get()));
      return OptionalInt.empty();
    }
    return OptionalInt.of(Integer.parseInt(matcher.group(1)));
  }

  public Optional<Duration> duration(String key) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher matcher = DURATION.matcher(text.get());
    if (!matcher.matches()) {
      fault(
          key,
          FaultKind.NOT_A_TIME,
          text.get(),
          "'%s' is not a time, such as '30 s' or '5 min'".formatted(text.get()));
      return Optional.empty();
    }
    double unitMs =
        switch (matcher.group(2)) {
          case "ms" -> 1;
          case "s" -> 1000;
          case "min" -> 60_000;
          default -> 3_600_000;
        };
    return Optional.of(
        Duration.ofMillis(Math.round(Double.parseDouble(matcher.group(1)) * unitMs)));
  }

  public boolean flag(String key) {
    return word(key, new LinkedHashSet<>(List.of("true", "false")))
        .map("true"::equals)
        .orElse(false);
  }

  /** The texts of a list, each with the place it stands at. */
  public record Item(String text, Mark at, String where) {}

  /** A list of texts; a single text counts as a list of one. */
  public List<Item> texts(String key) {
    asked.add(key);
    Entry entry = entries.get(key);
    List<Item> items = new ArrayList<>();
    if (entry == null) {
      return items;
    }
    List<Node> nodes =
        entry.value instanceof SequenceNode sequence ? sequence.getValue() : List.of(entry.value);
    for (Node node : nodes) {
      scalar(node, way(key))
          .ifPresent(text -> items.add(new Item(text, node.getStartMark(), way(key))));
    }
    return items;
  }

  /** Pairs of numbers, such as {@code [[0, 0], [4, 0]]}; a wrong one is reported. */
  public List<Point> points(String key) {
    asked.add(key);
    Entry entry = entries.get(key);
    List<Point> points = new ArrayList<>();
    if (entry == null) {
      return points;
    }
    boolean pairs = entry.value instanceof SequenceNode;
    if (entry.value instanceof SequenceNode all) {
      for (Node item : all.getValue()) {
        Optional<Point> point = item instanceof SequenceNode pair ? point(pair) : Optional.empty();
        point.ifPresent(points::add);
        pairs &= point.isPresent();
      }
    }
    if (!pairs) {
      fault(key, "must be points of two metres each, such as [[0, 0], [4, 0]]");
    }
    return points;
  }

  private static Optional<Point> point(SequenceNode pair) {
    List<Double> metres =
        pair.getValue().stream()
            .flatMap(
                node ->
                    node instanceof ScalarNode scalar
                        ? parse(scalar.getValue()).stream()
                        : Stream.empty())
            .toList();
    return metres.size() == 2 && pair.getValue().size() == 2
        ? Optional.of(new Point(metres.get(0), metres.get(1)))
        : Optional.empty();
  }

  /** True when a mapping stands at a key, and not a text or a list. */
  public boolean isMapping(String key) {
    Entry entry = entries.get(key);
    return entry != null && entry.value instanceof MappingNode;
  }

  /** A mapping below a key. */
  public Optional<Part> part(String key) {
    asked.add(key);
    Entry entry = entries.get(key);
    return entry == null
        ? Optional.empty()
        : Optional.of(new Part(reading, way(key), entry.key.getStartMark(), entry.value))
            .filter(Part::readable);
  }

  /** Every mapping below a key that maps names to mappings. */
  public void parts(String key, BiConsumer<String, Part> each) {
    part(key).ifPresent(part -> part.eachPart(each));
  }

  /** Every entry as a mapping of its own. */
  void eachPart(BiConsumer<String, Part> each) {
    entries.forEach(
        (name, entry) -> {
          asked.add(name);
          Part part = new Part(reading, way(name), entry.key.getStartMark(), entry.value);
          each.accept(name, part);
        });
  }

  /** Every mapping in a list. */
  public void list(String key, BiConsumer<Integer, Part> each) {
    asked.add(key);
    Entry entry = entries.get(key);
    if (entry == null) {
      return;
    }
    if (!(entry.value instanceof SequenceNode sequence)) {
      fault(key, FaultKind.NO_YAML, "must be a list, one '- ' a line");
      return;
    }
    int index = 0;
    for (Node node : sequence.getValue()) {
      index++;
      each.accept(
          index, new Part(reading, "%s[%d]".formatted(way(key), index), node.getStartMark(), node));
    }
  }

  /** All keys with their texts, for mappings whose keys are names. */
  public Map<String, Item> entryTexts() {
    Map<String, Item> texts = new LinkedHashMap<>();
    entries.forEach(
        (name, entry) -> {
          asked.add(name);
          scalar(entry.value, way(name))
              .ifPresent(
                  text -> texts.put(name, new Item(text, entry.value.getStartMark(), way(name))));
        });
    return texts;
  }

  /** Every entry, as a text or as a mapping of its own. */
  public void eachEntry(BiConsumer<String, Item> texts, BiConsumer<String, Part> mappings) {
    entries.forEach(
        (name, entry) -> {
          asked.add(name);
          if (entry.value instanceof MappingNode) {
            mappings.accept(
                name, new Part(reading, way(name), entry.key.getStartMark(), entry.value));
          } else {
            scalar(entry.value, way(name))
                .ifPresent(
                    text ->
                        texts.accept(name, new Item(text, entry.value.getStartMark(), way(name))));
          }
        });
  }

  /** Reports the keys that nobody asked for. */
  public void done() {
    if (!readable) {
      return;
    }
    entries.forEach(
        (name, entry) -> {
          if (!asked.contains(name)) {
            reading.fault(
                entry.key.getStartMark(),
                way(name),
                FaultReason.of(FaultKind.UNKNOWN_SETTING, Map.of("given", name)),
                "unknown key '%s'%s (known here: %s)"
                    .formatted(name, Reading.hint(name, asked), String.join(", ", asked)));
          }
        });
  }

  public static Optional<Double> parse(String text) {
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
