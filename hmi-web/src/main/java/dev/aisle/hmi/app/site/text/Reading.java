package dev.aisle.hmi.app.site.text;

import dev.aisle.hmi.app.site.FaultKind;
import dev.aisle.hmi.app.site.FaultReason;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.SiteFault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;

/**
 * What is collected while one file is read: the mistakes, the names it defines and the names it
 * uses. Names are compared at the end, because a file may use a name before it defines it.
 */
public final class Reading {
  /** Things that are called by a name elsewhere in the file. */
  public enum Kind {
    NODE,
    VEHICLE,
    DEVICE,
    READ_POINT,
    POINT,
    OUTPUT,
    DOOR,
    LIFT,
    LIFT_MACHINE,
    STATION,
    READ_CYCLE,
    BLOCK,
    ZONE;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::([^}]*))?}");

  private record Use(Kind kind, String name, Mark at, String where) {}

  private record Expected(String node, Set<Site.NodeUse> uses, Mark at, String where) {}

  private final Path folder;
  private final Function<String, @Nullable String> environment;
  private final List<SiteFault> faults = new ArrayList<>();
  private final Map<Kind, Map<String, Mark>> defined = new HashMap<>();
  private final List<Use> uses = new ArrayList<>();
  private final Map<String, Site.NodeUse> nodeUses = new HashMap<>();
  private final List<Expected> expected = new ArrayList<>();

  /**
   * @param folder where the files that the site file names are
   */
  public Reading(Path folder, Function<String, @Nullable String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /** A mistake that is of no kind of its own. */
  public void fault(Mark at, String where, String message) {
    fault(at, where, FaultKind.WRONG, message);
  }

  public void fault(Mark at, String where, FaultKind kind, String message) {
    fault(at, where, FaultReason.of(kind), message);
  }

  /** A key is not there. */
  public void missing(Mark at, String where, String key, String message) {
    fault(at, where, FaultReason.of(FaultKind.MISSING, Map.of("key", key)), message);
  }

  public void fault(Mark at, String where, FaultReason reason, String message) {
    String file = at.getName().equals(Site.CHANGES) ? Site.CHANGES : Site.FILE;
    faults.add(new SiteFault(file, line(at), at.getColumn() + 1, where, reason, message));
  }

  /** A relative path in the site file begins here. */
  public Path folder() {
    return folder;
  }

  public void define(Kind kind, String name, Mark at, String where) {
    Mark first = defined.computeIfAbsent(kind, any -> new LinkedHashMap<>()).putIfAbsent(name, at);
    if (first != null) {
      fault(
          at,
          where,
          FaultReason.of(FaultKind.TWICE, Map.of("given", name)),
          "%s '%s' is given twice, first in line %d".formatted(kind.word(), name, line(first)));
    }
  }

  public void use(Kind kind, String name, Mark at, String where) {
    uses.add(new Use(kind, name, at, where));
  }

  /** Notes what a node is for, so that those who use it can be checked. */
  public void nodeIs(String node, Site.NodeUse use) {
    nodeUses.put(node, use);
  }

  /** Uses a node that must be one of these. */
  public void useNode(String node, Set<Site.NodeUse> uses, Mark at, String where) {
    use(Kind.NODE, node, at, where);
    expected.add(new Expected(node, uses, at, where));
  }

  public boolean isDefined(Kind kind, String name) {
    return defined.getOrDefault(kind, Map.of()).containsKey(name);
  }

  /** Where a name was defined, to point at it from a rule about the whole. */
  public Optional<Mark> definition(Kind kind, String name) {
    return Optional.ofNullable(defined.getOrDefault(kind, Map.of()).get(name));
  }

  /** Finds every used name that nothing defines, and every node that is used as what it is not. */
  public void checkUses() {
    for (Use use : uses) {
      Set<String> known = defined.getOrDefault(use.kind, Map.of()).keySet();
      if (!known.contains(use.name)) {
        fault(
            use.at,
            use.where,
            FaultReason.of(FaultKind.NO_SUCH_NAME, Map.of("given", use.name)),
            "there is no %s '%s'%s".formatted(use.kind.word(), use.name, hint(use.name, known)));
      }
    }
    for (Expected each : expected) {
      Site.NodeUse use = nodeUses.get(each.node);
      if (use != null && !each.uses.contains(use)) {
        fault(
            each.at,
            each.where,
            "'%s' is a %s node, it must be a %s"
                .formatted(
                    each.node,
                    use.word(),
                    each.uses.stream()
                        .map(Site.NodeUse::word)
                        .sorted()
                        .collect(Collectors.joining(" or "))));
      }
    }
  }

  /** Replaces <code>${NAME}</code> and <code>${NAME:default}</code> by the environment's values. */
  public String expand(String text, Mark at, String where) {
    Matcher matcher = VARIABLE.matcher(text);
    StringBuilder expanded = new StringBuilder();
    while (matcher.find()) {
      String value = environment.apply(matcher.group(1));
      if (value == null) {
        value = matcher.group(2);
      }
      if (value == null) {
        fault(
            at,
            where,
            FaultReason.of(
                FaultKind.NOT_IN_ENVIRONMENT, Map.of("given", String.valueOf(matcher.group(1)))),
            "the environment has no value for ${%s}".formatted(matcher.group(1)));
        value = "";
      }
      matcher.appendReplacement(expanded, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(expanded).toString();
  }

  /** All mistakes in the order of the file. */
  public List<SiteFault> faults() {
    return faults.stream()
        .sorted(
            Comparator.comparing(SiteFault::file)
                .reversed()
                .thenComparingInt(SiteFault::line)
                .thenComparingInt(SiteFault::column))
        .toList();
  }

  public static int line(Mark at) {
    return at.getLine() + 1;
  }

  /** Names the known word that differs by a slip of the finger, if there is one. */
  static String hint(String word, Set<String> known) {
    return known.stream()
        .filter(candidate -> distance(word, candidate) <= Math.max(1, word.length() / 4))
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .map("; did you mean '%s'?"::formatted)
        .orElse("");
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
