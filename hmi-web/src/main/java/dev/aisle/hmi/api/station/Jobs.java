package dev.aisle.hmi.api.station;

import dev.aisle.hmi.api.Words;
import dev.aisle.hmi.api.station.Job.Confirmation;
import dev.aisle.hmi.api.station.Job.LoadJob;
import dev.aisle.hmi.api.station.Job.PackJob;
import dev.aisle.hmi.api.station.Job.PackLine;
import dev.aisle.hmi.api.station.Job.PickJob;
import dev.aisle.hmi.api.station.Job.UnloadJob;
import dev.aisle.hmi.api.station.Job.UnloadPallet;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.live.device.DevicePort;
import dev.aisle.wms.inbound.Advice;
import dev.aisle.wms.inbound.AdviceId;
import dev.aisle.wms.inbound.AdviceState;
import dev.aisle.wms.inbound.Inbound;
import dev.aisle.wms.item.Item;
import dev.aisle.wms.item.Items;
import dev.aisle.wms.order.Order;
import dev.aisle.wms.order.Orders;
import dev.aisle.wms.outbound.Outbound;
import dev.aisle.wms.outbound.PackWork;
import dev.aisle.wms.outbound.PickWork;
import dev.aisle.wms.party.Parties;
import dev.aisle.wms.party.Party;
import dev.aisle.wms.shared.EvidenceKind;
import dev.aisle.wms.shared.ItemId;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Lot;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shipment.Shipment;
import dev.aisle.wms.shipment.Shipments;
import dev.aisle.wms.task.Task;
import dev.aisle.wms.task.TaskKind;
import dev.aisle.wms.task.Tasks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills the one job of a station with all that its screen shows. */
@Component
class Jobs {

  private final Tasks tasks;
  private final Inbound inbound;
  private final Outbound outbound;
  private final Shipments shipments;
  private final Orders orders;
  private final Items items;
  private final Parties parties;
  private final DevicePort devices;
  private final Site site;

  Jobs(
      Tasks tasks,
      Inbound inbound,
      Outbound outbound,
      Shipments shipments,
      Orders orders,
      Items items,
      Parties parties,
      DevicePort devices,
      Site site) {
    this.tasks = tasks;
    this.inbound = inbound;
    this.outbound = outbound;
    this.shipments = shipments;
    this.orders = orders;
    this.items = items;
    this.parties = parties;
    this.devices = devices;
    this.site = site;
  }

  /** Empty when the work went away while the task was looked at. */
  Optional<Job> of(Task task) {
    return switch (task.kind()) {
      case UNLOAD -> inbound.find(new AdviceId(task.subject())).map(advice -> unload(task, advice));
      case PICK -> outbound.pickWork(task.id()).map(work -> pick(task, work));
      case PACK -> outbound.packWork(task.id()).map(work -> pack(task, work));
      case LOAD -> shipments.loadWork(task.id()).map(work -> load(task, work));
    };
  }

  private Job unload(Task task, Advice advice) {
    String dock = advice.dock().map(LocationId::value).orElse("");
    boolean started = advice.state() == AdviceState.UNLOADING;
    UnloadJob unload =
        new UnloadJob(
            advice.id().value(),
            party(advice),
            dock,
            doorOpen(dock),
            started,
            advice.pallets().stream().map(this::pallet).toList());
    return job(
        task,
        started ? "job.unload.watch" : "job.unload.start",
        Map.of(
            "advice", advice.id().value(),
            "dock", dock,
            "pallets", advice.pallets().size(),
            "received", advice.received()),
        unload,
        null,
        null,
        null);
  }

  private UnloadPallet pallet(Advice.Pallet pallet) {
    return new UnloadPallet(
        pallet.sscc().digits(),
        pallet.item().value(),
        name(pallet.item()),
        pallet.quantity(),
        lot(pallet.lot()),
        items.find(pallet.item()).map(item -> item.weightG() * pallet.quantity()).orElse(0L),
        Words.camel(pallet.state()),
        pallet.receivedAt().orElse(null));
  }

  private Job pick(Task task, PickWork work) {
    ItemId item = work.pick().key().item();
    Lot lot = work.pick().key().lot();
    PickJob pick =
        new PickJob(
            work.position().value(),
            work.pick().unit().digits(),
            work.unitConfirmedBy().map(Jobs::confirmation).orElse(null),
            item.value(),
            name(item),
            items.find(item).map(known -> known.gtin().digits()).orElse(""),
            lot(lot),
            lot.expiry().orElse(null),
            work.pick().quantity().units(),
            work.pick().order().value(),
            work.parcel().digits(),
            customer(work.pick().order()));
    String instruction =
        work.held()
            ? "job.pick.held"
            : work.unitConfirmedBy().isEmpty() ? "job.pick.scanUnit" : "job.pick.take";
    return job(
        task,
        instruction,
        Map.of(
            "quantity", work.pick().quantity().units(),
            "itemName", name(item),
            "position", work.position().value(),
            "order", work.pick().order().value()),
        null,
        pick,
        null,
        null);
  }

  private static Confirmation confirmation(EvidenceKind kind) {
    return kind == EvidenceKind.RFID ? Confirmation.RFID : Confirmation.SCAN;
  }

  private Job pack(Task task, PackWork work) {
    PackJob pack =
        new PackJob(
            work.order().value(),
            customer(work.order()),
            work.lines().stream()
                .map(line -> new PackLine(line.item().value(), name(line.item()), line.quantity()))
                .toList(),
            work.weightG());
    return job(
        task,
        "job.pack.close",
        Map.of(
            "order", work.order().value(),
            "putTo", work.putTo().value(),
            "lines", work.lines().size(),
            "parcel", work.parcel().digits()),
        null,
        null,
        pack,
        null);
  }

  private Job load(Task task, Shipment work) {
    String dock = work.dock().map(LocationId::value).orElse("");
    LoadJob load =
        new LoadJob(
            dock,
            work.parcel().digits(),
            work.order().value(),
            customer(work.order()),
            Words.camel(work.state()));
    return job(
        task,
        task.startedAt().isPresent() ? "job.load.carry" : "job.load.start",
        Map.of("dock", dock, "parcel", work.parcel().digits(), "order", work.order().value()),
        null,
        null,
        null,
        load);
  }

  private Job job(
      Task task,
      String instruction,
      Map<String, Object> facts,
      @Nullable UnloadJob unload,
      @Nullable PickJob pick,
      @Nullable PackJob pack,
      @Nullable LoadJob load) {
    Map<String, Object> all = new HashMap<>(facts);
    all.put("station", task.station());
    return new Job(
        Long.toString(task.id().value()),
        JobKind.valueOf(task.kind().name()),
        task.station(),
        instruction,
        all,
        Math.max(0, tasks.waiting(task.station()) - 1),
        unload,
        pick,
        pack,
        load);
  }

  private @Nullable Boolean doorOpen(String dock) {
    return site.door(dock).flatMap(door -> devices.point(door.isOpen())).orElse(null);
  }

  private String party(Advice advice) {
    return parties.find(advice.supplier()).map(Party::name).orElse(advice.supplier().value());
  }

  private String customer(OrderId order) {
    return orders
        .find(order)
        .map(Order::customer)
        .map(id -> parties.find(id).map(Party::name).orElse(id.value()))
        .orElse("");
  }

  private String name(ItemId item) {
    return items.find(item).map(Item::name).orElse(item.value());
  }

  private static @Nullable String lot(Lot lot) {
    return lot.code().isEmpty() ? null : lot.code();
  }

  /** What waits, without the details. */
  List<JobSummary> summaries(List<Task> queue) {
    return queue.stream()
        .map(
            task ->
                new JobSummary(
                    Long.toString(task.id().value()),
                    JobKind.valueOf(task.kind().name()),
                    subject(task),
                    task.openedAt()))
        .toList();
  }

  /** A pick is known by its order; its own number tells nobody anything. */
  private String subject(Task task) {
    return task.kind() == TaskKind.PICK
        ? outbound.pickWork(task.id()).map(work -> work.pick().order().value()).orElse("")
        : task.subject();
  }
}
