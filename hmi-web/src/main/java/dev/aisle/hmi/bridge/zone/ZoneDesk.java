package dev.aisle.hmi.bridge.zone;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.roadmap.Zone;
import dev.aisle.agv.zone.Grant;
import dev.aisle.agv.zone.ZonePause;
import dev.aisle.agv.zone.ZoneRecord;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.floor.ZoneWords;
import dev.aisle.hmi.bridge.fleet.FleetLoop;
import dev.aisle.hmi.bridge.fleet.FleetMemory;
import dev.aisle.hmi.live.simulator.Command;
import dev.aisle.hmi.live.zone.ZonePort;
import dev.aisle.hmi.live.zone.ZoneRow;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Hands what people want of zones to the dispatcher, and tells how they are. */
@Component
final class ZoneDesk implements ZonePort {
  private final Site site;
  private final FleetMemory memory;
  private final FleetLoop loop;

  ZoneDesk(Site site, FleetMemory memory, FleetLoop loop) {
    this.site = site;
    this.memory = memory;
    this.loop = loop;
  }

  @Override
  public List<ZoneRow> zones() {
    ZoneRecord now = memory.view().zones();
    Map<String, ZonePause> paused =
        now.pauses().stream().collect(Collectors.toMap(ZonePause::zone, Function.identity()));
    return site.floor().zones().stream().map(zone -> row(zone, paused, now)).toList();
  }

  private static ZoneRow row(Zone zone, Map<String, ZonePause> paused, ZoneRecord now) {
    ZonePause pause = paused.get(zone.id());
    return new ZoneRow(
        zone.id(),
        ZoneWords.of(zone.rule()),
        zone.outline().corners().stream().map(p -> new ZoneRow.Corner(p.xM(), p.yM())).toList(),
        pause == null ? null : new ZoneRow.Paused(pause.by(), pause.at()),
        now.grants().stream()
            .filter(grant -> grant.zone().equals(zone.id()))
            .map(Grant::vehicle)
            .map(vehicle -> vehicle.value())
            .distinct()
            .sorted()
            .toList(),
        zone.map().isEmpty() ? null : zone.map());
  }

  @Override
  public Command pause(String zone, String by) {
    return tell(zone, new DispatchInput.PauseZone(zone, by));
  }

  @Override
  public Command resume(String zone, String by) {
    return tell(zone, new DispatchInput.ResumeZone(zone));
  }

  private Command tell(String zone, DispatchInput input) {
    if (site.floor().zones().stream().noneMatch(one -> one.id().equals(zone))) {
      return new Command.Unknown(zone);
    }
    loop.ask(input);
    return Command.ACCEPTED;
  }
}
