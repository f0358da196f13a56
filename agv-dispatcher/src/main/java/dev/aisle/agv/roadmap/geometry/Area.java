package dev.aisle.agv.roadmap.geometry;

import java.util.List;

/** Ground covered, as convex pieces that may overlap. */
public record Area(List<Convex> pieces) {
  public Area {
    pieces = List.copyOf(pieces);
    if (pieces.isEmpty()) {
      throw new IllegalArgumentException("an area has a piece at least");
    }
  }

  public static Area of(Convex piece) {
    return new Area(List.of(piece));
  }

  /** True when the gap to the other area is below some metres. */
  public boolean isNearer(Area other, double metres) {
    for (Convex mine : pieces) {
      for (Convex theirs : other.pieces) {
        if (mine.distanceM(theirs) < metres) {
          return true;
        }
      }
    }
    return false;
  }

  double leastX() {
    return bound(true, true);
  }

  double mostX() {
    return bound(true, false);
  }

  double leastY() {
    return bound(false, true);
  }

  double mostY() {
    return bound(false, false);
  }

  private double bound(boolean x, boolean least) {
    double best = least ? Double.MAX_VALUE : -Double.MAX_VALUE;
    for (Convex piece : pieces) {
      for (Point corner : piece.corners()) {
        double value = x ? corner.xM() : corner.yM();
        best =
            least
                ? Math.min(best, value - piece.radiusM())
                : Math.max(best, value + piece.radiusM());
      }
    }
    return best;
  }
}
