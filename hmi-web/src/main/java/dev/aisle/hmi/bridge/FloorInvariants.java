package dev.aisle.hmi.bridge;

import dev.aisle.hmi.app.RunTally;
import dev.aisle.hmi.live.simulator.InvariantCheck;
import dev.aisle.sim.Simulator;
import dev.aisle.sim.WorldView;
import dev.aisle.sim.world.UnitState;
import dev.aisle.wms.order.Milestone;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.transport.Transports;
import dev.aisle.wms.unit.HandlingUnit;
import dev.aisle.wms.unit.Units;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What must hold between the books and the floor. On a simulated site the floor itself is asked, so
 * that a wrong belief of the program cannot hide.
 */
@Configuration
class FloorInvariants {
  private static final int MOST_NAMED = 5;
  private static final int LOOKS = 11;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  /** I5: vehicles never touch. */
  @Bean
  InvariantCheck vehiclesNeverTouch(Bridge bridge) {
    return check(
        "I5",
        "No two vehicles share a place",
        () ->
            bridge.simulator().map(Simulator::view).stream()
                .flatMap(world -> world.overlaps().stream())
                .map(o -> "%s touched %s at %s".formatted(o.first(), o.second(), o.at()))
                .toList());
  }

  /** I2 on the floor: what stands on a node according to the books really stands there. */
  @Bean
  InvariantCheck booksAgreeWithTheFloor(Bridge bridge, Units units, Transports transports) {
    return check(
        "I2b",
        "Every unit stands where the books say",
        () ->
            bridge
                .simulator()
                .map(s -> lastingDifferences(s, units, transports))
                .orElse(List.of()));
  }

  /**
   * Books and floor follow each other: a unit that a portal has read may still be on its way
   * through. Only what differs at every one of several looks is a difference.
   */
  private static List<String> lastingDifferences(
      Simulator simulator, Units units, Transports transports) {
    List<String> lasting = differences(simulator.view(), units, transports);
    for (int look = 1; look < LOOKS && !lasting.isEmpty(); look++) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      lasting.retainAll(differences(simulator.view(), units, transports));
    }
    return lasting;
  }

  /**
   * Units on their way are left out, on a vehicle as in a portal, where they are neither in nor
   * out: the books follow the floor a moment later.
   */
  private static List<String> differences(WorldView world, Units units, Transports transports) {
    Set<Sscc> moving =
        transports.open().stream().map(transport -> transport.unit()).collect(Collectors.toSet());
    List<String> different = new ArrayList<>();
    for (UnitState real : world.units()) {
      Sscc sscc = new Sscc(real.sscc());
      if (real.place() != UnitState.Place.NODE
          || moving.contains(sscc)
          || world.passing().contains(real.sscc())) {
        continue;
      }
      units
          .find(sscc)
          .filter(unit -> unit.state() != dev.aisle.wms.unit.UnitState.ANNOUNCED)
          .filter(unit -> unit.state() != dev.aisle.wms.unit.UnitState.VOID)
          .filter(unit -> !standsAt(unit, real.at()))
          .ifPresent(
              unit ->
                  different.add(
                      "%s stands at %s, the books say %s"
                          .formatted(
                              real.sscc(),
                              real.at(),
                              unit.place().map(Object::toString).orElse("nowhere"))));
    }
    return different;
  }

  private static boolean standsAt(HandlingUnit unit, String node) {
    return unit.place().map(place -> place.value().equals(node)).orElse(false);
  }

  /** I9: vehicle order numbers only rise; each transport ends once. */
  @Bean
  InvariantCheck everyTransportEndsOnce(JdbcTemplate jdbc) {
    return check(
        "I3b",
        "No unit has two open transports",
        () ->
            jdbc.queryForList(
                """
                select sscc || ' has ' || count(*) from transport
                where state in ('REQUESTED', 'ACCEPTED', 'ASSIGNED', 'PICKED_UP')
                group by sscc having count(*) > 1
                """,
                String.class));
  }

  @Bean
  public RunTally tally(JdbcTemplate jdbc) {
    return () -> {
      Map<String, Long> counts = new LinkedHashMap<>();
      counts.put(
          "pallets received",
          count(jdbc, "select count(*) from advice_pallet where state in ('RECEIVED', 'DAMAGED')"));
      counts.put(
          "pallets stored",
          count(
              jdbc,
              "select count(*) from transport where purpose = 'put-away' and state = 'DELIVERED'"));
      counts.put(
          "picks done", count(jdbc, "select count(*) from pick where state in ('DONE', 'SHORT')"));
      counts.put("orders entered", count(jdbc, "select count(*) from customer_order"));
      counts.put(
          "orders shipped",
          count(
              jdbc,
              """
              select count(*) from order_milestone
              where milestone = %d
              """
                  .formatted(Milestone.SHIPPED.step())));
      counts.put(
          "transports done",
          count(jdbc, "select count(*) from transport where state = 'DELIVERED'"));
      return counts;
    };
  }

  private static long count(JdbcTemplate jdbc, String sql) {
    Long counted = jdbc.queryForObject(sql, Long.class);
    return counted == null ? 0 : counted;
  }

  private interface Finder {
    List<String> find();
  }

  private static InvariantCheck check(String id, String name, Finder finder) {
    return new InvariantCheck() {
      @Override
      public String id() {
        return id;
      }

      @Override
      public String name() {
        return name;
      }

      @Override
      public Verdict check() {
        List<String> found = finder.find();
        return found.isEmpty()
            ? Verdict.HELD
            : new Verdict(
                false,
                "%d: %s"
                    .formatted(
                        found.size(),
                        found.stream().limit(MOST_NAMED).collect(Collectors.joining("; "))));
      }
    };
  }
}
