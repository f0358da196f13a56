package dev.aisle.hmi.bridge.fleet;

import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.transport.TransportEvent;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.hmi.bridge.work.HandOver;
import dev.aisle.hmi.live.event.LiveChanges;
import dev.aisle.hmi.live.event.LiveTopic;
import dev.aisle.wms.shared.Evidence;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.transport.TransportFailure;
import dev.aisle.wms.transport.TransportId;
import dev.aisle.wms.transport.TransportReports;
import dev.aisle.wms.transport.Transports;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Books in the WMS core what the dispatcher says of transports, in the order in which it said it.
 */
@Component
final class TransportRelay implements DisposableBean {
  /** Far more than vehicles can do while the database is away. */
  private static final int BOUND = 5_000;

  private final TransportReports reports;
  private final Transports transports;
  private final LiveChanges screens;
  private final HandOver<TransportEvent> queue;

  TransportRelay(TransportReports reports, Transports transports, LiveChanges screens) {
    this.reports = reports;
    this.transports = transports;
    this.screens = screens;
    this.queue = new HandOver<>("transports", BOUND, this::book);
  }

  void tell(TransportEvent event) {
    if (!queue.give(event)) {
      throw new IllegalStateException("the WMS core does not take " + event);
    }
  }

  private void book(TransportEvent event) {
    TransportId id = new TransportId(event.transport().value());
    switch (event) {
      case TransportEvent.Accepted accepted -> reports.accepted(id);
      case TransportEvent.Assigned assigned ->
          reports.assigned(id, location(assigned.vehicle()), assigned.at());
      case TransportEvent.PickedUp picked -> {
        LocationId vehicle = location(picked.vehicle());
        reports.pickedUp(id, vehicle, picked.at(), Evidence.vehicle(vehicle));
      }
      case TransportEvent.Delivered delivered ->
          reports.delivered(id, new LocationId(delivered.node()), delivered.at());
      case TransportEvent.Failed failed -> reports.failed(id, failure(failed.why()), failed.at());
      case TransportEvent.Cancelled cancelled -> transports.cancel(id, cancelled.why().key());
      case TransportEvent.Unassigned left -> reports.unassigned(id);
      case TransportEvent.Rerouted elsewhere ->
          reports.rerouted(id, new LocationId(elsewhere.toNode()));
      case TransportEvent.Returned back ->
          reports.returned(id, new LocationId(back.node()), failure(back.why()), back.at());
      case TransportEvent.WrongLoad wrong -> {
        // Failed follows; the alarm is raised from the vehicle's own state.
      }
    }
    screens.changed(LiveTopic.TRANSPORTS, LiveTopic.STOCK);
  }

  private static TransportFailure failure(Trouble why) {
    return new TransportFailure(why.key(), why.keyValues());
  }

  private static LocationId location(VehicleId vehicle) {
    return new LocationId(vehicle.value());
  }

  @Override
  public void destroy() {
    queue.close();
  }
}
