package dev.aisle.sim.grid;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Problems as files: a JSON file that names a map, a list of starts and a list of jobs, with paths
 * relative to itself.
 */
public final class ProblemFiles {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MAP_HEAD = 4;

  private ProblemFiles() {}

  /**
   * @throws IOException when a file cannot be read
   * @throws IllegalArgumentException when one is not of this format, with the file's name
   */
  public static GridProblem read(Path file) throws IOException {
    JsonNode problem;
    try {
      problem = JSON.readTree(Files.readString(file));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("%s is no JSON".formatted(file), e);
    }
    Path map = beside(file, problem, "mapFile");
    Path agents = beside(file, problem, "agentFile");
    Path tasks = beside(file, problem, "taskFile");
    int team = problem.path("teamSize").asInt(0);
    List<String> lines = Files.readAllLines(map);
    int rows = head(map, lines, 1, "height");
    int columns = head(map, lines, 2, "width");
    List<Integer> starts = new ArrayList<>();
    for (List<Integer> start : entries(agents)) {
      if (starts.size() < team) {
        starts.add(start.getFirst());
      }
    }
    if (starts.size() < team || team < 1) {
      throw new IllegalArgumentException(
          "%s names %d vehicles, %s has %d starts".formatted(file, team, agents, starts.size()));
    }
    return new GridProblem(
        rows,
        columns,
        walls(map, lines, rows, columns),
        starts,
        entries(tasks),
        problem.path("numTasksReveal").asDouble(1));
  }

  /** Writes {@code NAME.json} and the three files beside it. */
  public static Path write(Path folder, String name, GridProblem problem) throws IOException {
    Files.createDirectories(folder);
    StringBuilder map = new StringBuilder("type octile\n");
    map.append("height ").append(problem.rows()).append("\nwidth ").append(problem.columns());
    map.append("\nmap\n");
    BitSet walls = problem.walls();
    for (int cell = 0; cell < problem.rows() * problem.columns(); cell++) {
      map.append(walls.get(cell) ? '@' : '.');
      if (cell % problem.columns() == problem.columns() - 1) {
        map.append('\n');
      }
    }
    StringBuilder starts = new StringBuilder().append(problem.vehicles()).append('\n');
    problem.starts().forEach(start -> starts.append(start).append('\n'));
    StringBuilder jobs = new StringBuilder().append(problem.jobs().size()).append('\n');
    for (List<Integer> job : problem.jobs()) {
      jobs.append(String.join(",", job.stream().map(String::valueOf).toList())).append('\n');
    }
    put(folder.resolve(name + ".map"), map);
    put(folder.resolve(name + ".agents"), starts);
    put(folder.resolve(name + ".tasks"), jobs);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("mapFile", name + ".map");
    json.put("agentFile", name + ".agents");
    json.put("teamSize", problem.vehicles());
    json.put("taskFile", name + ".tasks");
    json.put("numTasksReveal", problem.openPerVehicle());
    Path file = folder.resolve(name + ".json");
    put(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json));
    return file;
  }

  private static void put(Path file, CharSequence text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static Path beside(Path file, JsonNode problem, String key) {
    String name = problem.path(key).asString("");
    if (name.isEmpty()) {
      throw new IllegalArgumentException("%s names no %s".formatted(file, key));
    }
    return file.toAbsolutePath().resolveSibling(name);
  }

  private static int head(Path map, List<String> lines, int line, String word) {
    String[] words = lines.size() > line ? lines.get(line).trim().split(" +") : new String[0];
    if (words.length != 2 || !words[0].equals(word)) {
      throw new IllegalArgumentException("%s:%d has no %s".formatted(map, line + 1, word));
    }
    return number(map, line + 1, words[1]);
  }

  private static BitSet walls(Path map, List<String> lines, int rows, int columns) {
    if (lines.size() < MAP_HEAD + rows) {
      throw new IllegalArgumentException("%s has not %d rows".formatted(map, rows));
    }
    BitSet walls = new BitSet(rows * columns);
    for (int row = 0; row < rows; row++) {
      String line = lines.get(MAP_HEAD + row);
      if (line.length() < columns) {
        throw new IllegalArgumentException(
            "%s:%d has not %d cells".formatted(map, MAP_HEAD + row + 1, columns));
      }
      for (int column = 0; column < columns; column++) {
        char cell = line.charAt(column);
        walls.set(row * columns + column, cell == '@' || cell == 'T');
      }
    }
    return walls;
  }

  /** Lines of numbers after the count; lines that begin with # are notes. */
  private static List<List<Integer>> entries(Path file) throws IOException {
    List<List<Integer>> entries = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    int count = -1;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).trim();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (count < 0) {
        count = number(file, i + 1, line);
      } else if (entries.size() < count) {
        List<Integer> numbers = new ArrayList<>();
        for (String word : line.split(",", -1)) {
          numbers.add(number(file, i + 1, word.trim()));
        }
        entries.add(numbers);
      }
    }
    return entries;
  }

  private static int number(Path file, int line, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("%s:%d: '%s' is no number".formatted(file, line, text), e);
    }
  }
}
