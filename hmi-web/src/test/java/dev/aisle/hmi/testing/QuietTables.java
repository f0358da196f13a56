package dev.aisle.hmi.testing;

import dev.aisle.hmi.live.device.PrintPort;
import dev.aisle.hmi.live.device.StationPort;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Stations on which lies what a test says, and a printer that takes everything. */
public class QuietTables implements StationPort, PrintPort {
  private final Map<String, Double> grams = new ConcurrentHashMap<>();

  /** So much lies still on the station's scale. */
  public void lay(String station, double weight) {
    grams.put(station, weight);
  }

  public void clear(String station) {
    grams.remove(station);
  }

  @Override
  public Equipment equipment(String station) {
    return new Equipment(station, null, List.of(), null);
  }

  @Override
  public Optional<Weighed> weighed(String station) {
    return Optional.ofNullable(grams.get(station))
        .map(weight -> new Weighed("scale-" + station, weight, 3, 50));
  }

  @Override
  public Optional<List<Job>> jobs(String printer) {
    return Optional.empty();
  }

  @Override
  public Answer print(String printer, String sscc, String copy, String by) {
    return new Answer.NoPrinter();
  }

  @Override
  public Answer again(String printer, String job, String by) {
    return new Answer.NoPrinter();
  }

  @Override
  public Answer cancel(String printer, String job, String by) {
    return new Answer.NoPrinter();
  }
}
