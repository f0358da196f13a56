package dev.aisle.device.rfid.modbus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** What stands in a profile, with the lines it stands in. The only class that knows YAML. */
sealed interface ProfileTree {
  /** Counted from 1. */
  int line();

  record Text(int line, String value) implements ProfileTree {}

  record Entries(int line, Map<String, ProfileTree> values) implements ProfileTree {}

  /** A list, or nothing at all. */
  record Other(int line) implements ProfileTree {}

  /** Longest file, and deepest nesting; a profile has some 40 lines. */
  int MOST_CHARACTERS = 64_000;

  int DEEPEST = 10;

  /** Adds to the faults what is no YAML; keys given twice are faults too. */
  static ProfileTree parse(String text, List<ProfileFault> faults) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(0);
    try {
      Node root = new Yaml(options).compose(new java.io.StringReader(text));
      return root == null ? new Other(1) : tree(root, faults);
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      faults.add(new ProfileFault(line(mark), "this is no YAML: " + e.getProblem()));
    } catch (YAMLException e) {
      faults.add(new ProfileFault(1, "this is no YAML: " + e.getMessage()));
    }
    return new Entries(1, Map.of());
  }

  private static ProfileTree tree(Node node, List<ProfileFault> faults) {
    int line = line(node.getStartMark());
    if (node instanceof ScalarNode scalar) {
      return new Text(line, scalar.getValue());
    }
    if (!(node instanceof MappingNode mapping)) {
      return new Other(line);
    }
    Map<String, ProfileTree> values = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      int at = line(tuple.getKeyNode().getStartMark());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        faults.add(new ProfileFault(at, "a key must be plain text"));
      } else if (values.putIfAbsent(key.getValue(), tree(tuple.getValueNode(), faults)) != null) {
        faults.add(new ProfileFault(at, "'%s' is given twice".formatted(key.getValue())));
      }
    }
    return new Entries(line, values);
  }

  private static int line(Mark mark) {
    return mark == null ? 1 : mark.getLine() + 1;
  }
}
