package dev.aisle.agv.roadmap.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Outlines, curves and what lies near. */
class GeometryTest {
  private static final Convex SQUARE = Convex.hull(points(0, 0, 2, 0, 2, 2, 0, 2, 1, 1));

  @Test
  void theGapBetweenOutlinesIsMeasuredFromSideToSide() {
    assertThat(SQUARE.corners()).hasSize(4);
    assertThat(SQUARE.distanceM(Convex.disc(new Point(5, 1), 1))).isCloseTo(2, within(1e-9));
    assertThat(SQUARE.distanceM(Convex.strip(new Point(-3, 3), new Point(5, 3), 0.25)))
        .isCloseTo(0.75, within(1e-9));
    assertThat(SQUARE.distanceM(Convex.disc(new Point(1, 1), 0))).as("inside").isZero();
    assertThat(Convex.disc(new Point(1, 1), 0).distanceM(SQUARE)).as("round").isZero();
    assertThat(SQUARE.distanceM(Convex.strip(new Point(-1, 1), new Point(3, 1), 0)))
        .as("a way right through")
        .isZero();
  }

  @Test
  void aQuarterCircleIsAsLongAsItShouldBe() {
    double root = Math.sqrt(0.5);
    Curve quarter =
        new Curve(
            2,
            List.of(0.0, 0.0, 0.0, 1.0, 1.0, 1.0),
            List.of(
                new Curve.ControlPoint(new Point(1, 0), 1),
                new Curve.ControlPoint(new Point(1, 1), root),
                new Curve.ControlPoint(new Point(0, 1), 1)));
    assertThat(quarter.lengthM()).isCloseTo(Math.PI / 2, within(0.01));
    assertThat(quarter.points())
        .allSatisfy(p -> assertThat(Math.hypot(p.xM(), p.yM())).isCloseTo(1, within(1e-9)));
  }

  @Test
  void straightPiecesAreDrivenFromPointToPoint() {
    Curve corner = Curve.over(points(0, 0, 3, 0, 3, 4));
    assertThat(corner.points()).containsExactlyElementsOf(points(0, 0, 3, 0, 3, 4));
    assertThat(corner.lengthM()).isCloseTo(7, within(1e-9));
  }

  @Test
  void aCurveWhoseKnotsDoNotFitIsRefused() {
    assertThatThrownBy(
            () ->
                new Curve(
                    1,
                    List.of(0.0, 1.0),
                    List.of(
                        new Curve.ControlPoint(new Point(0, 0), 1),
                        new Curve.ControlPoint(new Point(1, 0), 1))))
        .hasMessageContaining("2 control points of degree 1 want 4 knots, not 2");
  }

  @Test
  void aZoneOfAnyShapeKnowsHowMuchOfAWayLiesInside() {
    Polygon hook = new Polygon(points(0, 0, 6, 0, 6, 4, 4, 4, 4, 2, 2, 2, 2, 4, 0, 4));
    assertThat(hook.contains(new Point(1, 3))).isTrue();
    assertThat(hook.contains(new Point(3, 3))).as("in the gap").isFalse();
    assertThat(hook.insideM(new Point(-1, 3), new Point(7, 3))).isCloseTo(4, within(1e-9));
    assertThat(hook.insideM(new Point(-1, 9), new Point(7, 9))).isZero();
    assertThat(hook.touches(Area.of(Convex.disc(new Point(3, 3), 0.9)))).isFalse();
    assertThat(hook.touches(Area.of(Convex.disc(new Point(3, 3), 1.1)))).isTrue();
  }

  static LongStream seeds() {
    return LongStream.range(0, 5);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theIndexFindsAllThatIsNear(long seed) {
    Random random = new Random(seed);
    List<Area> areas = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      Point from = new Point(random.nextDouble(-20, 20), random.nextDouble(-20, 20));
      areas.add(
          Area.of(
              Convex.strip(
                  from,
                  from.moved(random.nextDouble(6.28), random.nextDouble(9), 0),
                  random.nextDouble(1.5))));
    }
    AreaIndex index = new AreaIndex(areas, 0.5);
    for (int i = 0; i < areas.size(); i++) {
      Area area = areas.get(i);
      List<Integer> found = new ArrayList<>();
      index.near(area, found::add);
      assertThat(found).doesNotHaveDuplicates();
      for (int j = 0; j < areas.size(); j++) {
        if (area.isNearer(areas.get(j), 0.5)) {
          assertThat(found).contains(j);
        }
      }
    }
  }

  private static List<Point> points(double... values) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < values.length; i += 2) {
      points.add(new Point(values[i], values[i + 1]));
    }
    return points;
  }
}
