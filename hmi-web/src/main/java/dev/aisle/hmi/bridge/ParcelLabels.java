package dev.aisle.hmi.bridge;

import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.live.device.PrintPort;
import dev.aisle.wms.outbound.UnitPacked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Has the label of every closed parcel printed where it was packed. A parcel that was closed just
 * before a kill gets its label after the restart; the queue knows it by the parcel's number, so
 * none gets two.
 */
@Component
class ParcelLabels {
  private static final Logger LOG = LoggerFactory.getLogger(ParcelLabels.class);

  private final Site site;
  private final PrintDesk desk;

  ParcelLabels(Site site, PrintDesk desk) {
    this.site = site;
    this.desk = desk;
  }

  @ApplicationModuleListener
  public void on(UnitPacked packed) {
    for (Site.Station station : site.stations()) {
      if (station.packsTo().filter(packed.at().value()::equals).isPresent()) {
        desk.printFor(station.id(), packed.unit())
            .ifPresent(answer -> told(station.id(), packed, answer));
      }
    }
  }

  /** What the queue could not take is offered again by the outbox. */
  private static void told(String station, UnitPacked packed, PrintPort.Answer answer) {
    switch (answer) {
      case PrintPort.Answer.Done done ->
          LOG.debug("label {} at {}: new {}", done.job(), station, done.changed());
      case PrintPort.Answer.QueueFull full ->
          throw new IllegalStateException(
              "no room for the label of %s at %s".formatted(packed.unit(), station));
      case PrintPort.Answer.NotKept not -> throw new IllegalStateException(not.why().word());
      case PrintPort.Answer.NoLabel none -> LOG.warn("{} has no label to print", packed.unit());
      case PrintPort.Answer.NoPrinter none -> LOG.debug("no printer at {}", station);
      case PrintPort.Answer.NoJob none -> LOG.debug("no job at {}", station);
      case PrintPort.Answer.WithPrinter with -> LOG.debug("{} is printed now", packed.unit());
    }
  }
}
