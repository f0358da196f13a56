package dev.aisle.agv.zone;

import dev.aisle.device.agv.StateDetails;
import dev.aisle.device.agv.StateDetails.AccessRequest;
import dev.aisle.device.agv.StateDetails.AccessResponse;
import dev.aisle.device.agv.StateDetails.RequestKind;
import dev.aisle.device.agv.StateDetails.RequestStatus;
import dev.aisle.device.agv.VehicleId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who has leave to be in which zone (VDA 5050 3.0, 6.4). Never changes: whatever happens makes new
 * ones. What is granted is nothing but the release itself: a vehicle is let in where its base leads
 * in, and as all places of the zone are held together, no other vehicle's does meanwhile, whatever
 * version it speaks.
 */
public final class Grants {
  /** Nobody asked for anything. */
  public static final Grants NONE = new Grants(Map.of(), Map.of());

  /** A vehicle that hears nothing any more keeps its leave so long. */
  static final Duration LEASE = Duration.ofSeconds(60);

  /** Two renewals may be lost before a lease ends. */
  static final Duration RENEWED_AFTER = Duration.ofSeconds(18);

  /** Answers may be lost (QoS 0). */
  private static final Duration AGAIN = Duration.ofSeconds(2);

  /** Who waits need not be told so all the time. */
  private static final Duration QUEUED_AGAIN = Duration.ofSeconds(10);

  /** A vehicle that has left says so itself; after so long its leave is taken back. */
  private static final Duration LINGERS = Duration.ofSeconds(4);

  /** Clocks of vehicles may be wrong by so much. */
  private static final Duration CLOCKS = Duration.ofSeconds(5);

  /** More requests of one vehicle are not looked at. */
  private static final int MOST_REQUESTS = 100;

  private final Map<Key, Grant> grants;
  private final Map<Key, Instant> otherAnswers;

  private record Key(VehicleId vehicle, String requestId) {}

  /**
   * Outcome of a look at all requests.
   *
   * @param answers by vehicle
   */
  public record Turn(Grants grants, Map<VehicleId, List<AccessResponse>> answers) {}

  private Grants(Map<Key, Grant> grants, Map<Key, Instant> otherAnswers) {
    this.grants = grants;
    this.otherAnswers = otherAnswers;
  }

  /** As they were told before a restart. */
  public static Grants of(Collection<Grant> told) {
    Map<Key, Grant> grants = new LinkedHashMap<>();
    told.forEach(one -> grants.put(new Key(one.vehicle(), one.requestId()), one));
    return new Grants(grants, Map.of());
  }

  public List<Grant> all() {
    return List.copyOf(grants.values());
  }

  public boolean isEmpty() {
    return grants.isEmpty() && otherAnswers.isEmpty();
  }

  /** Whether somebody else still has leave to be in a zone. */
  public boolean areOfOthers(String zone, VehicleId than) {
    for (Grant grant : grants.values()) {
      if (grant.zone().equals(zone) && !grant.vehicle().equals(than)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Answers every request.
   *
   * @param zones that vehicles are to ask for, and corridors
   * @param shut nobody is let into these now
   */
  public Turn next(Collection<Presence> all, Set<String> zones, Set<String> shut, Instant now) {
    Look look = new Look(all, zones, shut, now);
    all.forEach(look::at);
    return new Turn(new Grants(look.kept, look.keptAnswers), look.answers);
  }

  private final class Look {
    final Collection<Presence> all;
    final Set<String> zones;
    final Set<String> shut;
    final Instant now;
    final Map<Key, Grant> kept = new LinkedHashMap<>();
    final Map<Key, Instant> keptAnswers = new LinkedHashMap<>();
    final Map<VehicleId, List<AccessResponse>> answers = new LinkedHashMap<>();

    Look(Collection<Presence> all, Set<String> zones, Set<String> shut, Instant now) {
      this.all = all;
      this.zones = zones;
      this.shut = shut;
      this.now = now;
      grants.forEach(
          (key, grant) -> {
            if (grant.leaseEnds().plus(CLOCKS).isAfter(now)) {
              kept.put(key, grant);
            }
          });
    }

    void at(Presence one) {
      if (!one.reports()) {
        return;
      }
      Set<String> open = new HashSet<>();
      one.requests().stream().limit(MOST_REQUESTS).forEach(r -> open.add(r.requestId()));
      kept.keySet()
          .removeIf(key -> key.vehicle().equals(one.vehicle()) && !open.contains(key.requestId()));
      one.requests().stream().limit(MOST_REQUESTS).forEach(request -> at(one, request));
    }

    private void at(Presence one, AccessRequest request) {
      Key key = new Key(one.vehicle(), request.requestId());
      if (request.status() == RequestStatus.EXPIRED || request.status() == RequestStatus.REVOKED) {
        kept.remove(key);
        return;
      }
      Optional<Grant> known = Optional.ofNullable(kept.get(key));
      if (known.isPresent()) {
        goOn(one, request, known.get());
      } else if (!zones.contains(request.place())) {
        otherwise(key, StateDetails.Grant.REJECTED, AGAIN);
      } else if (request.status() == RequestStatus.GRANTED || mayEnter(one, request.place())) {
        begin(one, request);
      } else {
        otherwise(key, StateDetails.Grant.QUEUED, QUEUED_AGAIN);
      }
    }

    /** One that nobody here remembers is as good as any, unless the zone is another's. */
    private void begin(Presence one, AccessRequest request) {
      boolean known = request.status() == RequestStatus.GRANTED;
      Grant grant =
          new Grant(
              one.vehicle(),
              request.requestId(),
              request.place(),
              now.plus(LEASE),
              known && isOfAnother(request.place(), one.vehicle()),
              Optional.empty(),
              now,
              known);
      tell(grant);
    }

    private void goOn(Presence one, AccessRequest request, Grant known) {
      boolean needed = one.held().contains(known.zone());
      Grant grant =
          (request.status() == RequestStatus.GRANTED ? known.heardOf() : known)
              .needless(needed ? Optional.empty() : Optional.of(known.needlessSince().orElse(now)));
      boolean over =
          grant.needlessSince().map(since -> !since.plus(LINGERS).isAfter(now)).orElse(false);
      boolean crossed = request.kind() == RequestKind.CORRIDOR && isCrossed(one, known.zone());
      if ((over || crossed) && !grant.revoked()) {
        tell(grant.revokedAt(now));
      } else if (needed || grant.revoked()) {
        again(grant, grant.heard() && !grant.revoked() ? RENEWED_AFTER : AGAIN);
      } else {
        keep(grant);
      }
    }

    private void again(Grant grant, Duration after) {
      if (now.isBefore(grant.toldAt().plus(after))) {
        keep(grant);
      } else {
        tell(grant.revoked() ? grant.revokedAt(now) : grant.leasedUntil(now.plus(LEASE), now));
      }
    }

    private void keep(Grant grant) {
      kept.put(new Key(grant.vehicle(), grant.requestId()), grant);
    }

    private void tell(Grant grant) {
      keep(grant);
      answer(grant.vehicle(), grant.told());
    }

    private void otherwise(Key key, StateDetails.Grant grant, Duration again) {
      Instant before = otherAnswers.getOrDefault(key, Instant.EPOCH);
      if (now.isBefore(before.plus(again))) {
        keptAnswers.put(key, before);
      } else {
        keptAnswers.put(key, now);
        answer(key.vehicle(), new AccessResponse(key.requestId(), grant, Optional.empty()));
      }
    }

    private void answer(VehicleId vehicle, AccessResponse response) {
      answers.computeIfAbsent(vehicle, v -> new ArrayList<>()).add(response);
    }

    /** Its base leads there, and neither the base nor the leave of anybody else does. */
    private boolean mayEnter(Presence one, String zone) {
      boolean held =
          all.stream()
              .anyMatch(
                  other -> !other.vehicle().equals(one.vehicle()) && other.held().contains(zone));
      return one.held().contains(zone)
          && !shut.contains(zone)
          && !isOfAnother(zone, one.vehicle())
          && (!held || one.inside().contains(zone));
    }

    /** Somebody came into a corridor on a way that nobody knew of. */
    private boolean isCrossed(Presence one, String corridor) {
      return all.stream()
          .anyMatch(
              other -> !other.vehicle().equals(one.vehicle()) && other.inside().contains(corridor));
    }

    private boolean isOfAnother(String zone, VehicleId than) {
      return kept.values().stream()
          .anyMatch(grant -> grant.zone().equals(zone) && !grant.vehicle().equals(than));
    }
  }
}
