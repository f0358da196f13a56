package dev.aisle.hmi.bridge;

import dev.aisle.device.agv.vda5050.Vda5050Gateway;
import dev.aisle.hmi.app.broker.BrokerLink;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.bridge.fleet.FleetGateway;
import dev.aisle.hmi.bridge.fleet.Roadmaps;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.task.Policies;
import dev.aisle.wms.task.Station;
import dev.aisle.wms.task.TaskKind;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the site file says, in the words of the WMS core and of the drivers. */
@Configuration
class SiteWords {

  @Bean
  public Policies policies(Site site) {
    return new Policies(
        Policies.DEFAULTS.owner(),
        site.policies().putAway(),
        Policies.DEFAULTS.ownerZones(),
        Policies.DEFAULTS.heavyFromKg(),
        Policies.DEFAULTS.ordersPerStation(),
        site.policies().parcelsPerTruck());
  }

  /** Opened and closed by the fleet loop, after everything that listens is ready. */
  @Bean(destroyMethod = "")
  FleetGateway vehicleGateway(Site site, BrokerLink broker, Clock clock) {
    return new FleetGateway(
        () -> new Vda5050Gateway(broker.dispatcher(), Roadmaps.profilesOf(site), clock));
  }

  public static Station stationOf(Site.Station station) {
    Set<TaskKind> does =
        station.does().stream().map(SiteWords::kindOf).collect(Collectors.toUnmodifiableSet());
    return new Station(
        station.id(),
        station.positions().stream().map(LocationId::new).toList(),
        does,
        station.packsTo().map(LocationId::new));
  }

  private static TaskKind kindOf(String does) {
    return switch (does) {
      case "receive" -> TaskKind.UNLOAD;
      case "pick" -> TaskKind.PICK;
      case "pack" -> TaskKind.PACK;
      case "load" -> TaskKind.LOAD;
      default -> throw new IllegalArgumentException("nobody can '%s' here".formatted(does));
    };
  }
}
