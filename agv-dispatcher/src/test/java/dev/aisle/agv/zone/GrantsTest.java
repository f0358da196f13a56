package dev.aisle.agv.zone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.agv.StateDetails.AccessRequest;
import dev.aisle.device.agv.StateDetails.AccessResponse;
import dev.aisle.device.agv.StateDetails.Grant;
import dev.aisle.device.agv.StateDetails.RequestKind;
import dev.aisle.device.agv.StateDetails.RequestStatus;
import dev.aisle.device.agv.VehicleId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrantsTest {
  private static final VehicleId ONE = new VehicleId("AGV-01");
  private static final VehicleId TWO = new VehicleId("AGV-02");
  private static final Set<String> GAP = Set.of("gap");

  private Instant now = Instant.parse("2026-03-01T06:00:00Z");
  private Grants grants = Grants.NONE;
  private Set<String> shut = Set.of();

  private List<AccessResponse> ask(Presence... all) {
    Grants.Turn turn = grants.next(List.of(all), GAP, shut, now);
    grants = turn.grants();
    return turn.answers().values().stream().flatMap(List::stream).toList();
  }

  private void pass(long seconds) {
    now = now.plusSeconds(seconds);
  }

  private static Presence asks(VehicleId who, RequestStatus status, Set<String> held) {
    return new Presence(who, Set.of(), held, List.of(request(status)), true, true, false);
  }

  private static Presence silent(VehicleId who, Set<String> held) {
    return new Presence(who, Set.of(), held, List.of(), false, true, false);
  }

  private static Presence quiet(VehicleId who, Set<String> held) {
    return new Presence(who, Set.of(), held, List.of(), true, true, false);
  }

  private static AccessRequest request(RequestStatus status) {
    return new AccessRequest("r1", RequestKind.ACCESS, "gap", "set-1", status);
  }

  private AccessResponse granted() {
    return new AccessResponse("r1", Grant.GRANTED, Optional.of(now.plus(Grants.LEASE)));
  }

  private static AccessResponse told(Grant grant) {
    return new AccessResponse("r1", grant, Optional.empty());
  }

  @Test
  void whoseBaseLeadsInIsGrantedAndTheOthersQueue() {
    assertThat(ask(asks(ONE, RequestStatus.REQUESTED, Set.of())))
        .containsExactly(told(Grant.QUEUED));
    pass(1);
    assertThat(ask(asks(ONE, RequestStatus.REQUESTED, Set.of()))).isEmpty();
    assertThat(ask(asks(ONE, RequestStatus.REQUESTED, GAP))).containsExactly(granted());
    assertThat(grants.areOfOthers("gap", TWO)).isTrue();
    assertThat(grants.areOfOthers("gap", ONE)).isFalse();
  }

  @Test
  void nobodyIsGrantedAZoneThatAnothersBaseLeadsIntoButWhoStandsInItMayLeave() {
    assertThat(ask(asks(ONE, RequestStatus.REQUESTED, GAP), quiet(TWO, GAP)))
        .containsExactly(told(Grant.QUEUED));
    Presence within =
        new Presence(ONE, GAP, GAP, List.of(request(RequestStatus.REQUESTED)), true, true, false);
    assertThat(ask(within, quiet(TWO, GAP))).containsExactly(granted());
  }

  @Test
  void anAnswerIsRepeatedUntilTheVehicleSaysSoAndALeaseIsRenewedInTime() {
    ask(asks(ONE, RequestStatus.REQUESTED, GAP));
    pass(2);
    assertThat(ask(asks(ONE, RequestStatus.REQUESTED, GAP))).containsExactly(granted());
    pass(2);
    assertThat(ask(asks(ONE, RequestStatus.GRANTED, GAP))).isEmpty();
    pass(Grants.RENEWED_AFTER.toSeconds());
    assertThat(ask(asks(ONE, RequestStatus.GRANTED, GAP))).containsExactly(granted());
    assertThat(Grants.RENEWED_AFTER.multipliedBy(3)).isLessThan(Grants.LEASE);
  }

  @Test
  void leaveThatIsNeededNoMoreIsTakenBackAndCountsUntilTheVehicleHasHeard() {
    ask(asks(ONE, RequestStatus.REQUESTED, GAP));
    pass(1);
    ask(asks(ONE, RequestStatus.GRANTED, Set.of()));
    pass(5);
    assertThat(ask(asks(ONE, RequestStatus.GRANTED, Set.of())))
        .containsExactly(told(Grant.REVOKED));
    pass(3);
    assertThat(ask(asks(ONE, RequestStatus.GRANTED, Set.of())))
        .as("the word may be lost")
        .containsExactly(told(Grant.REVOKED));
    assertThat(grants.areOfOthers("gap", TWO)).isTrue();
    ask(asks(ONE, RequestStatus.REVOKED, Set.of()));
    assertThat(grants.areOfOthers("gap", TWO)).isFalse();
  }

  @Test
  void leaveEndsWhenTheVehicleTakesItsRequestBack() {
    ask(asks(ONE, RequestStatus.REQUESTED, GAP));
    assertThat(ask(quiet(ONE, Set.of()))).isEmpty();
    assertThat(grants.all()).isEmpty();
  }

  @Test
  void aSilentVehicleKeepsItsLeaveUntilTheLeaseIsOver() {
    ask(asks(ONE, RequestStatus.REQUESTED, GAP));
    pass(Grants.LEASE.toSeconds() + 4);
    ask(silent(ONE, GAP));
    assertThat(grants.areOfOthers("gap", TWO)).as("its clock may be late").isTrue();
    pass(2);
    ask(silent(ONE, GAP));
    assertThat(grants.areOfOthers("gap", TWO)).isFalse();
  }

  @Test
  void grantsOutliveARestartAndOneNobodyRemembersIsTakenOver() {
    ask(asks(ONE, RequestStatus.REQUESTED, GAP));
    grants = Grants.of(grants.all());
    assertThat(grants.areOfOthers("gap", TWO)).isTrue();
    grants = Grants.NONE;
    assertThat(ask(asks(ONE, RequestStatus.GRANTED, GAP))).containsExactly(granted());
  }

  @Test
  void twoThatBothSayTheyHaveLeaveDoNotKeepIt() {
    ask(asks(ONE, RequestStatus.REQUESTED, GAP));
    assertThat(
            ask(asks(ONE, RequestStatus.GRANTED, GAP), asks(TWO, RequestStatus.GRANTED, Set.of())))
        .containsExactly(told(Grant.REVOKED));
  }

  @Test
  void aZoneNobodyKnowsIsRejectedAndAShutOneQueues() {
    AccessRequest other =
        new AccessRequest("r1", RequestKind.ACCESS, "attic", "old", RequestStatus.REQUESTED);
    assertThat(ask(new Presence(ONE, Set.of(), GAP, List.of(other), true, true, false)))
        .containsExactly(told(Grant.REJECTED));
    shut = GAP;
    pass(Duration.ofMinutes(1).toSeconds());
    assertThat(ask(asks(ONE, RequestStatus.REQUESTED, GAP))).containsExactly(told(Grant.QUEUED));
  }

  @Test
  void leaveForACorridorEndsAtOnceWhenSomebodyElseComesIntoIt() {
    Presence owner = corridor(RequestStatus.REQUESTED);
    assertThat(ask(owner, quiet(TWO, Set.of())))
        .extracting(AccessResponse::grant)
        .containsExactly(Grant.GRANTED);
    Presence intruder = new Presence(TWO, GAP, GAP, List.of(), true, true, false);
    assertThat(ask(corridor(RequestStatus.GRANTED), intruder)).containsExactly(told(Grant.REVOKED));
    pass(5);
    ask(corridor(RequestStatus.REVOKED), intruder);
    assertThat(ask(owner, intruder)).containsExactly(told(Grant.QUEUED));
  }

  private static Presence corridor(RequestStatus status) {
    AccessRequest request = new AccessRequest("r1", RequestKind.CORRIDOR, "gap", "3", status);
    return new Presence(ONE, Set.of(), GAP, List.of(request), true, true, false);
  }
}
