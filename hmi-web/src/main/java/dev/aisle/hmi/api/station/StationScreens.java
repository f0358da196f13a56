package dev.aisle.hmi.api.station;

import dev.aisle.hmi.api.Refusal;
import dev.aisle.hmi.live.device.StationPort;
import dev.aisle.wms.inbound.AdviceId;
import dev.aisle.wms.inbound.Inbound;
import dev.aisle.wms.item.Items;
import dev.aisle.wms.outbound.Outbound;
import dev.aisle.wms.outbound.PickWork;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Quantity;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.shipment.Shipments;
import dev.aisle.wms.task.Station;
import dev.aisle.wms.task.Stations;
import dev.aisle.wms.task.Task;
import dev.aisle.wms.task.TaskId;
import dev.aisle.wms.task.Tasks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stations and their jobs as the people there see them. */
@Component
class StationScreens {

  private static final int MOST_IN_QUEUE = 50;

  private final Stations stations;
  private final Tasks tasks;
  private final Inbound inbound;
  private final Outbound outbound;
  private final Shipments shipments;
  private final Jobs jobs;
  private final Effects effects;
  private final StationPort equipment;
  private final WeightCheck weights;
  private final Items items;

  StationScreens(
      Stations stations,
      Tasks tasks,
      Inbound inbound,
      Outbound outbound,
      Shipments shipments,
      Jobs jobs,
      Effects effects,
      StationPort equipment,
      WeightCheck weights,
      Items items) {
    this.stations = stations;
    this.tasks = tasks;
    this.inbound = inbound;
    this.outbound = outbound;
    this.shipments = shipments;
    this.jobs = jobs;
    this.effects = effects;
    this.equipment = equipment;
    this.weights = weights;
    this.items = items;
  }

  List<StationView> stations() {
    return stations.all().stream().map(this::view).toList();
  }

  StationView signOn(String station, String by) {
    return switch (stations.signOn(station, by)) {
      case Stations.SignOn.SignedOn on -> view(require(on.station()));
      case Stations.SignOn.Occupied occupied ->
          throw Refusal.conflict(
              "station-occupied",
              "%s works at %s.".formatted(occupied.by(), station),
              Map.of("by", occupied.by(), "since", occupied.since().toString()));
      case Stations.SignOn.NoSuchStation none -> throw Refusal.notFound("station", none.station());
    };
  }

  StationView signOff(String station, String by) {
    Station known = require(station);
    stations.signOff(station, by);
    return view(known);
  }

  /** Claims the next job, or goes on with the one already claimed. */
  @Transactional
  public Optional<Job> job(String station, String by) {
    require(station);
    return tasks.next(station, by).flatMap(jobs::of);
  }

  StationPort.Equipment equipment(String station) {
    require(station);
    return equipment.equipment(station);
  }

  List<JobSummary> queue(String station) {
    require(station);
    return jobs.summaries(tasks.queue(station, MOST_IN_QUEUE));
  }

  JobEffect start(String id, String by) {
    Task task = task(id);
    Actor actor = new Actor(by);
    return switch (task.kind()) {
      case UNLOAD ->
          effects.of(task, by, inbound.startUnloading(new AdviceId(task.subject()), actor));
      case LOAD -> effects.of(task, by, shipments.startLoading(task.id(), actor));
      case PICK, PACK -> effects.started(task, by, tasks.start(task.id(), actor));
    };
  }

  JobEffect confirm(String id, Confirm what, String by) {
    Task task = task(id);
    Actor actor = new Actor(by);
    Optional<String> code = Optional.ofNullable(what.code()).filter(text -> !text.isBlank());
    return switch (task.kind()) {
      case UNLOAD -> unloaded(task, code, what, by);
      case PICK -> {
        PickWork work = pickWork(task);
        if (work.unitConfirmedBy().isEmpty() && what.quantity() == null && code.isPresent()) {
          yield effects.of(task, by, outbound.confirmUnit(work.position(), code.get(), actor));
        }
        Quantity taken =
            what.quantity() == null ? work.pick().quantity() : Quantity.of(what.quantity());
        yield effects.of(task, by, outbound.confirmPick(task.id(), actor, taken, code));
      }
      case PACK -> packed(task, what, by);
      case LOAD -> effects.of(task, by, shipments.confirmLoad(task.id(), actor, code));
    };
  }

  /** With a pallet's number it is taken in by hand; without, the truck is empty. */
  private JobEffect unloaded(Task task, Optional<String> code, Confirm what, String by) {
    AdviceId advice = new AdviceId(task.subject());
    Actor actor = new Actor(by);
    if (code.isEmpty()) {
      return effects.of(task, by, inbound.closeReceipt(advice, actor, ""));
    }
    Sscc pallet = sscc(code.get());
    Runnable weighed =
        weights.require(task.station(), pallet.digits(), expectedG(advice, pallet), what, by);
    JobEffect effect = effects.of(task, by, inbound.receiveByScan(advice, pallet, actor));
    weighed.run();
    return effect;
  }

  /** Of the goods alone; 0 when the advice or the master data do not say. */
  private long expectedG(AdviceId advice, Sscc pallet) {
    return inbound.find(advice).stream()
        .flatMap(known -> known.pallets().stream())
        .filter(one -> one.sscc().equals(pallet))
        .mapToLong(
            one -> items.find(one.item()).map(item -> item.weightG() * one.quantity()).orElse(0L))
        .findFirst()
        .orElse(0);
  }

  private JobEffect packed(Task task, Confirm what, String by) {
    Runnable weighed =
        outbound
            .packWork(task.id())
            .map(
                work ->
                    weights.require(
                        task.station(), work.parcel().digits(), work.weightG(), what, by))
            .orElse(() -> {});
    JobEffect effect = effects.of(task, by, outbound.pack(task.id(), new Actor(by)));
    weighed.run();
    return effect;
  }

  JobEffect shortPick(String id, ShortPick what, String by) {
    Task task = task(id);
    pickWork(task);
    return effects.of(
        task,
        by,
        outbound.shortPick(task.id(), new Actor(by), Quantity.of(what.quantity()), what.reason()));
  }

  /**
   * What may be reported depends on the job: a damaged pallet while unloading, a held position or
   * dock that somebody has looked at.
   */
  JobEffect exception(String id, ExceptionReport what, String by) {
    Task task = task(id);
    Actor actor = new Actor(by);
    String note = what.note() == null ? "" : what.note();
    return switch (task.kind()) {
      case UNLOAD ->
          what.reason().equals("damaged")
              ? effects.of(
                  task,
                  by,
                  inbound.reportDamage(
                      new AdviceId(task.subject()), sscc(note.strip()), actor, what.reason()))
              : effects.of(
                  task,
                  by,
                  inbound.closeReceipt(
                      new AdviceId(task.subject()), actor, (what.reason() + " " + note).strip()));
      case PICK ->
          what.reason().equals("checked")
              ? effects.of(task, by, outbound.releaseHold(pickWork(task).position(), actor, note))
              : effects.of(
                  task, by, outbound.shortPick(task.id(), actor, Quantity.ZERO, what.reason()));
      case LOAD -> {
        LocationId dock =
            shipments
                .loadWork(task.id())
                .flatMap(work -> work.dock())
                .orElseThrow(() -> effects.withdrawn(task));
        if (!shipments.releaseHold(dock, actor, (what.reason() + " " + note).strip())) {
          throw Refusal.conflict(
              "nothing-held", "Nothing is held at this dock.", Map.of("dock", dock.value()));
        }
        yield effects.effect(task, by, "effect.load.released", Map.of("dock", dock.value()));
      }
      case PACK ->
          throw Refusal.conflict(
              "no-such-exception", "Packing knows no such exception.", Map.of("task", id));
    };
  }

  private PickWork pickWork(Task task) {
    return outbound.pickWork(task.id()).orElseThrow(() -> effects.notOpen(task));
  }

  /** A scanned SSCC, with or without its application identifier. */
  private static Sscc sscc(String code) {
    String digits = code.replaceAll("[^0-9]", "");
    if (digits.length() == 20 && digits.startsWith("00")) {
      digits = digits.substring(2);
    }
    try {
      return new Sscc(digits);
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid("code", "not-an-sscc", "This is not the number of a handling unit.");
    }
  }

  private Task task(String id) {
    if (!id.matches("[0-9]{1,18}")) {
      throw Refusal.notFound("task", id);
    }
    return tasks
        .find(new TaskId(Long.parseLong(id)))
        .orElseThrow(() -> Refusal.notFound("task", id));
  }

  private Station require(String station) {
    return stations.find(station).orElseThrow(() -> Refusal.notFound("station", station));
  }

  private StationView view(Station station) {
    return new StationView(
        station.id(),
        station.positions().stream().map(LocationId::value).toList(),
        station.does().stream().sorted().map(Does::word).toList(),
        stations.occupant(station.id()).map(Stations.Occupant::operator).orElse(null));
  }
}
