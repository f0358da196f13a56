package dev.aisle.hmi.app.site.file;

import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.device.DeviceEntry;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Entries of {@code devices:} as YAML nodes: found in a file, joined with another, written. */
final class DeviceNodes {
  public static final String KEY = "devices";
  static final String REMOVED = "removed";
  private static final String DRIVER = "driver";
  private static final int WIDTH = 100;

  private DeviceNodes() {}

  /** The tuples below {@code devices:}, by name; empty where the file has no such list. */
  public static Map<String, NodeTuple> of(@Nullable Node root) {
    Map<String, NodeTuple> entries = new LinkedHashMap<>();
    value(root, KEY)
        .filter(MappingNode.class::isInstance)
        .map(MappingNode.class::cast)
        .ifPresent(
            list ->
                list.getValue()
                    .forEach(
                        tuple -> {
                          if (tuple.getKeyNode() instanceof ScalarNode name) {
                            entries.putIfAbsent(name.getValue(), tuple);
                          }
                        }));
    return entries;
  }

  public static Optional<Node> value(@Nullable Node mapping, String key) {
    if (mapping instanceof MappingNode entries) {
      for (NodeTuple tuple : entries.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
          return Optional.of(tuple.getValueNode());
        }
      }
    }
    return Optional.empty();
  }

  /** Every text that stands anywhere in a node. */
  public static void words(Node node, Set<String> into) {
    switch (node) {
      case MappingNode mapping -> mapping.getValue().forEach(t -> words(t.getValueNode(), into));
      case SequenceNode sequence -> sequence.getValue().forEach(one -> words(one, into));
      case ScalarNode scalar -> into.add(scalar.getValue());
      default -> {}
    }
  }

  static boolean isRemoval(NodeTuple entry) {
    return value(entry.getValueNode(), REMOVED)
        .map(node -> node instanceof ScalarNode flag && flag.getValue().equals("true"))
        .orElse(false);
  }

  /** The site with the changes in it. Nothing that the site says of a changed device stays. */
  public static Node join(Node site, Map<String, NodeTuple> changes) {
    if (changes.isEmpty() || !(site instanceof MappingNode whole)) {
      return site;
    }
    Map<String, NodeTuple> joined = new LinkedHashMap<>(of(site));
    changes.forEach(
        (name, tuple) -> {
          if (isRemoval(tuple)) {
            joined.remove(name);
          } else {
            joined.put(name, tuple);
          }
        });
    List<NodeTuple> top = new ArrayList<>();
    boolean placed = false;
    for (NodeTuple tuple : whole.getValue()) {
      boolean isList = tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(KEY);
      if (isList && !(tuple.getValueNode() instanceof MappingNode)) {
        return site;
      }
      top.add(isList ? new NodeTuple(tuple.getKeyNode(), mapping(joined.values())) : tuple);
      placed |= isList;
    }
    if (!placed) {
      top.add(new NodeTuple(scalar(KEY), mapping(joined.values())));
    }
    return new MappingNode(
        whole.getTag(),
        true,
        top,
        whole.getStartMark(),
        whole.getEndMark(),
        DumperOptions.FlowStyle.BLOCK);
  }

  private static MappingNode mapping(Iterable<NodeTuple> tuples) {
    List<NodeTuple> list = new ArrayList<>();
    tuples.forEach(list::add);
    Mark at = list.isEmpty() ? nowhere() : list.getFirst().getKeyNode().getStartMark();
    return new MappingNode(Tag.MAP, true, list, at, at, DumperOptions.FlowStyle.BLOCK);
  }

  public static ScalarNode scalar(String text) {
    return new ScalarNode(Tag.STR, text, nowhere(), nowhere(), DumperOptions.ScalarStyle.PLAIN);
  }

  private static Mark nowhere() {
    return new Mark(Site.CHANGES, 0, 0, 0, new int[0], 0);
  }

  /** The same nodes, whose marks name the file of changes. */
  public static Node named(Node node) {
    Mark start = named(node.getStartMark());
    Mark end = named(node.getEndMark());
    return switch (node) {
      case MappingNode mapping ->
          new MappingNode(
              mapping.getTag(),
              true,
              mapping.getValue().stream()
                  .map(t -> new NodeTuple(named(t.getKeyNode()), named(t.getValueNode())))
                  .toList(),
              start,
              end,
              mapping.getFlowStyle());
      case SequenceNode sequence ->
          new SequenceNode(
              sequence.getTag(),
              true,
              sequence.getValue().stream().map(DeviceNodes::named).toList(),
              start,
              end,
              sequence.getFlowStyle());
      case ScalarNode scalar ->
          new ScalarNode(scalar.getTag(), scalar.getValue(), start, end, scalar.getScalarStyle());
      default -> node;
    };
  }

  private static Mark named(Mark mark) {
    return new Mark(Site.CHANGES, mark.getIndex(), mark.getLine(), mark.getColumn(), new int[0], 0);
  }

  /** An entry as it is written, key by key. */
  public static DeviceEntry entry(String name, NodeTuple tuple, DeviceEntry.Origin origin) {
    Map<String, String> settings = new LinkedHashMap<>();
    String driver = "";
    if (tuple.getValueNode() instanceof MappingNode mapping) {
      for (NodeTuple setting : mapping.getValue()) {
        if (setting.getKeyNode() instanceof ScalarNode key) {
          if (key.getValue().equals(DRIVER)) {
            driver = text(setting.getValueNode());
          } else {
            settings.put(key.getValue(), text(setting.getValueNode()));
          }
        }
      }
    }
    return new DeviceEntry(name, driver, settings, origin);
  }

  /** One value as a person would write it: mappings one key a line. */
  private static String text(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    return serialize(node instanceof MappingNode mapping ? block(mapping) : node).strip();
  }

  private static MappingNode block(MappingNode mapping) {
    return new MappingNode(
        mapping.getTag(),
        true,
        mapping.getValue(),
        mapping.getStartMark(),
        mapping.getEndMark(),
        DumperOptions.FlowStyle.BLOCK);
  }

  /**
   * An entry as nodes.
   *
   * @throws org.yaml.snakeyaml.error.YAMLException when a value is no YAML
   */
  public static NodeTuple tuple(DeviceEntry entry) {
    List<NodeTuple> settings = new ArrayList<>();
    settings.add(new NodeTuple(scalar(DRIVER), scalar(entry.driver())));
    entry
        .settings()
        .forEach((key, value) -> settings.add(new NodeTuple(scalar(key), valueOf(value))));
    return new NodeTuple(scalar(entry.name()), mapping(settings));
  }

  private static Node valueOf(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(SiteFile.MAX_CHARACTERS);
    Node node = new Yaml(options).compose(new StringReader(text));
    boolean plain = node == null || node instanceof ScalarNode;
    if (!plain) {
      return node;
    }
    return new ScalarNode(
        Tag.STR, text.strip(), nowhere(), nowhere(), DumperOptions.ScalarStyle.DOUBLE_QUOTED);
  }

  static NodeTuple removal(String name) {
    return new NodeTuple(
        scalar(name),
        mapping(
            List.of(
                new NodeTuple(
                    scalar(REMOVED),
                    new ScalarNode(
                        Tag.BOOL,
                        "true",
                        nowhere(),
                        nowhere(),
                        DumperOptions.ScalarStyle.PLAIN)))));
  }

  public static String file(Map<String, NodeTuple> changes) {
    return serialize(mapping(List.of(new NodeTuple(scalar(KEY), mapping(changes.values())))));
  }

  private static String serialize(Node node) {
    DumperOptions options = new DumperOptions();
    options.setWidth(WIDTH);
    StringWriter out = new StringWriter();
    new Yaml(options).serialize(node, out);
    return out.toString();
  }
}
