package dev.aisle.hmi.api.system;

import dev.aisle.hmi.api.ListQuery;
import dev.aisle.hmi.api.Page;
import dev.aisle.hmi.api.WmsLists;
import dev.aisle.hmi.api.Words;
import dev.aisle.hmi.api.system.SystemSummary.InvariantView;
import dev.aisle.hmi.app.RunOptions;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.live.simulator.InvariantCheck;
import dev.aisle.hmi.live.simulator.InvariantCheck.Verdict;
import dev.aisle.hmi.live.simulator.SimulatorPort;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.task.Deviation;
import dev.aisle.wms.task.Deviations;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The system as a whole. */
@Component
public class SystemScreens {

  private final Totals totals;
  private final ObjectProvider<InvariantCheck> checks;
  private final Deviations deviations;
  private final Site site;
  private final RunOptions options;
  private final ObjectProvider<SimulatorPort> simulator;

  SystemScreens(
      Totals totals,
      ObjectProvider<InvariantCheck> checks,
      Deviations deviations,
      Site site,
      RunOptions options,
      ObjectProvider<SimulatorPort> simulator) {
    this.totals = totals;
    this.checks = checks;
    this.deviations = deviations;
    this.site = site;
    this.options = options;
    this.simulator = simulator;
  }

  /** Counts everything and checks every invariant now. */
  public SystemSummary summary() {
    Totals.Counted counted = totals.count();
    SimulatorPort world = simulator.getIfAvailable();
    return new SystemSummary(
        counted.received(),
        counted.stored(),
        counted.picked(),
        counted.shipped(),
        counted.transports(),
        checks.stream()
            .sorted(Comparator.comparing(InvariantCheck::id))
            .map(SystemScreens::check)
            .toList(),
        ManagementFactory.getRuntimeMXBean().getUptime() / 1_000,
        world == null ? 1 : world.speed(),
        world == null ? site.simulated() : world.simulated(),
        Words.camel(options.operators()));
  }

  private static InvariantView check(InvariantCheck check) {
    Verdict verdict = check.check();
    return new InvariantView(check.id(), check.name(), verdict.held(), verdict.detail());
  }

  Page<ExceptionView> exceptions(@Nullable String kind, ListQuery query) {
    var wanted =
        WmsLists.where(
            WmsLists.query(query, "id"), "kind", kind == null ? null : Words.constant(kind));
    return WmsLists.page(deviations.list(wanted), SystemScreens::view);
  }

  private static ExceptionView view(Deviation deviation) {
    return new ExceptionView(
        Long.toString(deviation.id()),
        Words.kebab(deviation.kind()),
        deviation.subject(),
        WmsLists.orNull(deviation.place(), LocationId::value),
        deviation.lastAt(),
        deviation.times(),
        deviation.open(),
        deviation.facts());
  }
}
