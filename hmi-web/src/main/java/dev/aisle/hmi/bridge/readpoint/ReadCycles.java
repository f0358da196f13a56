package dev.aisle.hmi.bridge.readpoint;

import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.cycle.CycleReport;
import dev.aisle.device.rfid.cycle.CycleSpec;
import dev.aisle.device.rfid.cycle.EventCycle;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The read cycles of the site at work, on the thread that steps the read points. Changed points and
 * commands come from any thread.
 *
 * <p>Overflow: of each cycle the latest hundred reports are kept. A change or command that finds no
 * room in the queue is lost, which the thread that steps twenty times a second does not let happen.
 */
public final class ReadCycles {
  private static final int REPORTS_KEPT = 100;
  private static final int EVENTS = 10_000;

  /** Something beside reads that a cycle hears. */
  private sealed interface Event {
    Instant at();

    record Point(String name, boolean value, Instant at) implements Event {}

    record Begin(String cycle, Instant at) implements Event {}

    record End(String cycle, Instant at) implements Event {}
  }

  private final BlockingQueue<Event> events = new ArrayBlockingQueue<>(EVENTS);
  private final Map<String, EventCycle> cycles = new LinkedHashMap<>();
  private final Map<String, Deque<CycleReport>> reports = new HashMap<>();
  private final Map<String, Long> numbersBefore = new HashMap<>();
  private List<CycleSpec> specs = List.of();

  /** The cycles as the site has them now; those that stay the same go on. */
  synchronized void use(List<CycleSpec> wanted) {
    if (wanted.equals(specs)) {
      return;
    }
    Map<String, EventCycle> now = new LinkedHashMap<>();
    for (CycleSpec spec : wanted) {
      EventCycle same = specs.contains(spec) ? cycles.get(spec.name()) : null;
      if (same == null) {
        numbersBefore.put(
            spec.name(),
            newestFirst(spec.name()).stream().findFirst().map(CycleReport::number).orElse(0L));
      }
      now.put(spec.name(), same == null ? new EventCycle(spec) : same);
    }
    cycles.clear();
    cycles.putAll(now);
    specs = List.copyOf(wanted);
    reports.keySet().retainAll(cycles.keySet());
  }

  /** A controller's point changed. */
  void point(String name, boolean value, Instant at) {
    events.offer(new Event.Point(name, value, at));
  }

  /** False when there is no such cycle. */
  public synchronized boolean begin(String cycle, Instant at) {
    return cycles.containsKey(cycle) && events.offer(new Event.Begin(cycle, at));
  }

  public synchronized boolean end(String cycle, Instant at) {
    return cycles.containsKey(cycle) && events.offer(new Event.End(cycle, at));
  }

  /** For one thread only. Reads and events are taken in the order of their times. */
  synchronized void step(Instant now, List<TagRead> reads) {
    List<Event> due = new ArrayList<>();
    events.drainTo(due);
    if (cycles.isEmpty()) {
      return;
    }
    due.sort(Comparator.comparing(Event::at));
    int next = 0;
    for (TagRead read : reads.stream().sorted(Comparator.comparing(TagRead::at)).toList()) {
      while (next < due.size() && !due.get(next).at().isAfter(read.at())) {
        tell(due.get(next++));
      }
      cycles.values().forEach(cycle -> cycle.read(read));
    }
    due.subList(next, due.size()).forEach(this::tell);
    cycles.forEach(
        (name, cycle) -> {
          cycle.advance(now);
          cycle.take().forEach(report -> keep(name, report));
        });
  }

  private void tell(Event event) {
    switch (event) {
      case Event.Point point ->
          cycles.values().forEach(c -> c.point(point.name(), point.value(), point.at()));
      case Event.Begin begin ->
          Optional.ofNullable(cycles.get(begin.cycle())).ifPresent(c -> c.begin(begin.at()));
      case Event.End end ->
          Optional.ofNullable(cycles.get(end.cycle())).ifPresent(c -> c.end(end.at()));
    }
  }

  private void keep(String name, CycleReport report) {
    Deque<CycleReport> kept = reports.computeIfAbsent(name, any -> new ArrayDeque<>());
    if (kept.size() == REPORTS_KEPT) {
      kept.removeLast();
    }
    kept.addFirst(
        new CycleReport(
            report.cycle(),
            numbersBefore.getOrDefault(name, 0L) + report.number(),
            report.at(),
            report.length(),
            report.began(),
            report.ended(),
            report.reports(),
            report.dropped()));
  }

  /** The reports of a cycle that are kept. */
  public synchronized List<CycleReport> newestFirst(String cycle) {
    return List.copyOf(reports.getOrDefault(cycle, new ArrayDeque<>()));
  }

  public synchronized boolean isRunning(String cycle) {
    EventCycle found = cycles.get(cycle);
    return found != null && found.isRunning();
  }
}
