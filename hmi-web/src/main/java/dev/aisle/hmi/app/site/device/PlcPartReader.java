package dev.aisle.hmi.app.site.device;

import dev.aisle.device.plc.Point;
import dev.aisle.device.plc.plan.PlcPlan;
import dev.aisle.device.plc.plan.PlcProfile;
import dev.aisle.hmi.app.site.FaultKind;
import dev.aisle.hmi.app.site.FaultReason;
import dev.aisle.hmi.app.site.text.Part;
import dev.aisle.hmi.app.site.text.Reading;
import dev.aisle.hmi.app.site.text.Reading.Kind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what hangs on a controller. The rules are the driver's; here each of its mistakes is put at
 * the line it is about.
 */
final class PlcPartReader {
  private static final String POINTS = "points";
  private static final String MACHINES = "machines";

  private final Reading reading;
  private final Part part;
  private final Map<String, Part.Item> places = new LinkedHashMap<>();

  PlcPartReader(Reading reading, Part part) {
    this.reading = reading;
    this.part = part;
  }

  public Optional<PlcPlan> read(Optional<Integer> unit) {
    Map<String, String> points = texts(POINTS);
    part.part(POINTS)
        .ifPresent(
            list ->
                list.entryTexts()
                    .forEach(
                        (name, place) ->
                            reading.define(Kind.POINT, name, place.at(), place.where())));
    Map<String, Map<String, String>> machines = new LinkedHashMap<>();
    part.parts(
        MACHINES,
        (name, machine) -> {
          Map<String, String> settings = new LinkedHashMap<>();
          machine.entryTexts().forEach((key, item) -> settings.put(key, item.text()));
          places.put(MACHINES + " " + name, new Part.Item(name, machine.at(), machine.where()));
          machines.put(name, settings);
          if ("door".equals(settings.get("is"))) {
            reading.define(Kind.DOOR, name, machine.at(), machine.where());
          } else if ("lift".equals(settings.get("is"))) {
            reading.define(Kind.LIFT_MACHINE, name, machine.at(), machine.where());
          }
        });
    PlcPlan.Outcome outcome =
        PlcPlan.read(
            new PlcPlan.Source(
                part.word("profile", new LinkedHashSet<>(PlcProfile.names())),
                part.text("model"),
                unit,
                part.text("poll"),
                points,
                texts("allow"),
                texts("safe"),
                texts("watchdog"),
                machines));
    outcome.mistakes().forEach(this::mistake);
    outcome.plan().ifPresent(plan -> samePlaces(points.keySet(), plan));
    outcome.plan().ifPresent(this::defineOutputs);
    return outcome.plan();
  }

  private Map<String, String> texts(String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    part.part(key)
        .ifPresent(
            list ->
                list.entryTexts()
                    .forEach(
                        (name, item) -> {
                          texts.put(name, item.text());
                          places.put(key + " " + name, item);
                        }));
    return texts;
  }

  private void defineOutputs(PlcPlan plan) {
    plan.wiring()
        .points()
        .forEach(
            (name, point) -> {
              Part.Item written = places.get(POINTS + " " + name);
              if (point.writable() && written != null) {
                reading.define(Kind.OUTPUT, name, written.at(), written.where());
              }
            });
  }

  private void samePlaces(Set<String> names, PlcPlan plan) {
    Map<String, String> byPlace = new HashMap<>();
    for (String name : names) {
      Point point = plan.wiring().points().get(name);
      Part.Item written = places.get(POINTS + " " + name);
      if (point != null && written != null) {
        String place = "%s %d %s".formatted(point.kind(), point.address(), point.bit());
        String other = byPlace.putIfAbsent(place, name);
        if (other != null) {
          reading.fault(
              written.at(),
              written.where(),
              FaultReason.of(FaultKind.PLACE_TAKEN, Map.of("point", other)),
              "'%s' is already the place of '%s'".formatted(written.text(), other));
        }
      }
    }
  }

  private void mistake(PlcPlan.Mistake mistake) {
    List<String> path = mistake.path();
    FaultReason reason = FaultReason.of(mistake.what());
    String message = String.valueOf(mistake.what().getMessage());
    if (path.isEmpty()) {
      reading.fault(part.at(), part.where(), reason, message);
      return;
    }
    Part.Item place = path.size() < 2 ? null : places.get(path.get(0) + " " + path.get(1));
    if (place == null) {
      part.fault(path.getFirst(), reason, message);
    } else {
      reading.fault(place.at(), place.where(), reason, message);
    }
  }
}
