package dev.aisle.sim.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.roadmap.geometry.Curve;
import dev.aisle.agv.roadmap.geometry.Point;
import dev.aisle.device.agv.StateDetails.AccessRequest;
import dev.aisle.device.agv.StateDetails.AccessResponse;
import dev.aisle.device.agv.StateDetails.Grant;
import dev.aisle.device.agv.StateDetails.RequestKind;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleOrder.ControlPoint;
import dev.aisle.device.agv.VehicleOrder.Corridor;
import dev.aisle.device.agv.VehicleOrder.Edge;
import dev.aisle.device.agv.VehicleOrder.Node;
import dev.aisle.device.agv.VehicleOrder.Passage;
import dev.aisle.device.agv.VehicleOrder.ReleaseLoss;
import dev.aisle.device.agv.VehicleOrder.Trajectory;
import dev.aisle.device.agv.vda5050.Version;
import dev.aisle.sim.world.Floor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Edges of which the line is left within a corridor, or is no straight one. */
class CorridorTest {
  private static final Instant AT = Instant.parse("2026-03-01T06:00:00Z");
  private static final Corridor FREE = Corridor.free(1.3, 0.75);
  private static final Corridor ASKED = new Corridor(1.3, 0.75, true, true, ReleaseLoss.STOP);

  private final Floor floor = new Floor(List.of(), Optional.empty());
  private final Vehicle vehicle =
      new Vehicle(
          VehicleTest.SPEC.speaking(Version.V3_0),
          new FloorLoads(floor, "N0"::equals),
          Optional.empty());
  private double leftM;
  private double rightM;

  @Test
  void withoutACorridorItStandsBeforeWhatIsInItsWay() {
    drive(Passage.PLAIN);
    assertThat(vehicle.body().xM()).isLessThan(4);
  }

  @Test
  void inAFreeCorridorItDrivesAroundOnTheWiderSideAndKeepsWithin() {
    drive(Passage.PLAIN.with(FREE));
    assertThat(vehicle.lastNodeId()).isEqualTo("N1");
    assertThat(vehicle.body().yM()).isZero();
    assertThat(leftM).as("outline").isBetween(0.8, 1.3);
    assertThat(rightM).isLessThan(0.75);
  }

  @Test
  void itAsksForOneThatHasToBeReleasedAndStandsUntilItIsGranted() {
    drive(Passage.PLAIN.with(ASKED));
    assertThat(vehicle.body().xM()).isLessThan(4);
    AccessRequest request = request();
    assertThat(request.kind()).isEqualTo(RequestKind.CORRIDOR);
    assertThat(request.place()).isEqualTo("N0-N1");
    assertThat(request.within()).isEqualTo("1");
    answer(Grant.GRANTED);
    run(1.5);
    assertThat(leftM).as("it drives around").isGreaterThan(0.5);
    answer(Grant.REVOKED);
    run(5);
    double stoodAtM = vehicle.body().xM();
    run(1);
    assertThat(vehicle.body().xM()).as("leave is lost").isEqualTo(stoodAtM).isLessThan(8);
    run(3);
    answer(Grant.GRANTED);
    run(30);
    assertThat(vehicle.lastNodeId()).isEqualTo("N1");
    assertThat(vehicle.report(AT).details().requests()).isEmpty();
  }

  @Test
  void itFollowsTheCurveOfItsEdge() {
    Curve bow = Curve.bezier(List.of(new Point(0, 0), new Point(4, 4), new Point(8, 0)));
    Trajectory way =
        new Trajectory(
            bow.degree(),
            bow.knots(),
            bow.controlPoints().stream()
                .map(p -> new ControlPoint(p.at().xM(), p.at().yM(), p.weight()))
                .toList());
    vehicle.receive(order(Passage.PLAIN.with(way)));
    double highest = 0;
    for (int i = 0; i < 30 * 20; i++) {
      vehicle.step(0.05);
      highest = Math.max(highest, vehicle.body().yM());
    }
    assertThat(highest).isBetween(1.9, 2.05);
    assertThat(vehicle.lastNodeId()).isEqualTo("N1");
  }

  private AccessRequest request() {
    return vehicle.report(AT).details().requests().getFirst();
  }

  private void answer(Grant grant) {
    vehicle.receive(
        List.of(new AccessResponse(request().requestId(), grant, Optional.empty())), AT);
  }

  /** Something comes into its way, and stays. */
  private void drive(Passage passage) {
    vehicle.receive(order(passage));
    run(2);
    vehicle.suffer(new VehicleFault.Stops());
    run(30);
  }

  private void run(double seconds) {
    for (int i = 0; i < seconds * 20; i++) {
      vehicle.step(0.05);
      for (Point corner : corners()) {
        leftM = Math.max(leftM, corner.yM());
        rightM = Math.max(rightM, -corner.yM());
      }
    }
  }

  private List<Point> corners() {
    Body body = vehicle.body();
    Point at = new Point(body.xM(), body.yM());
    return List.of(
        at.moved(body.thetaRad(), 0.6, 0.4),
        at.moved(body.thetaRad(), 0.6, -0.4),
        at.moved(body.thetaRad(), -0.6, 0.4),
        at.moved(body.thetaRad(), -0.6, -0.4));
  }

  private static VehicleOrder order(Passage passage) {
    return new VehicleOrder(
        VehicleTest.SPEC.id(),
        "AGV-01-1",
        0,
        List.of(
            new Node("N0", 0, true, 0, 0, 0.3, "floor", List.of()),
            new Node("N1", 2, true, 8, 0, 0.3, "floor", List.of())),
        List.of(new Edge("N0-N1", 1, true, "N0", "N1", Optional.of(1.0), passage)));
  }
}
