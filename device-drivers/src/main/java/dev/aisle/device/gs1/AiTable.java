package dev.aisle.device.gs1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The Application Identifiers of the GS1 General Specifications, from a file beside this class. */
public final class AiTable {
  private static final String FILE = "application-identifiers.csv";
  private static final int SHORTEST = 2;
  private static final int LONGEST = 4;
  private static final Map<String, ApplicationIdentifier> ALL = load();

  private AiTable() {}

  public static Optional<ApplicationIdentifier> of(String ai) {
    return Optional.ofNullable(ALL.get(ai));
  }

  /** The identifier that text begins with; no identifier begins with another one. */
  public static Optional<ApplicationIdentifier> at(String text, int start) {
    for (int count = SHORTEST; count <= LONGEST && start + count <= text.length(); count++) {
      ApplicationIdentifier found = ALL.get(text.substring(start, start + count));
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /** In ascending order. */
  public static Collection<ApplicationIdentifier> all() {
    return ALL.values();
  }

  private static Map<String, ApplicationIdentifier> load() {
    Map<String, ApplicationIdentifier> all = new TreeMap<>();
    try (InputStream in = AiTable.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing");
      }
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (!line.startsWith("#")) {
            add(line.split(";", -1), all);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Collections.unmodifiableMap(all);
  }

  private static void add(String[] row, Map<String, ApplicationIdentifier> all) {
    String[] range = row[0].split("-", -1);
    int first = Integer.parseInt(range[0]);
    int last = Integer.parseInt(range[range.length - 1]);
    ArrayList<Field> fields = new ArrayList<>();
    Arrays.stream(row[1].split("\\+")).map(Field::of).forEach(fields::add);
    for (int number = first; number <= last; number++) {
      String ai = ("%0" + range[0].length() + "d").formatted(number);
      all.put(ai, new ApplicationIdentifier(ai, fields, row[2].equals("yes"), row[3]));
    }
  }
}
