package dev.aisle.sim.grid;

import static dev.aisle.sim.grid.GridReferee.Move.AHEAD;
import static dev.aisle.sim.grid.GridReferee.Move.CLOCKWISE;
import static dev.aisle.sim.grid.GridReferee.Move.STAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GridRefereeTest {
  private static final List<Integer> NOTHING = List.of(GridReferee.NO_JOB, GridReferee.NO_JOB);

  /** A lane of four cells, vehicles on the first two, all facing east. */
  private static GridReferee lane() {
    return new GridReferee(
        new GridProblem(1, 4, new BitSet(), List.of(0, 1), List.of(List.of(2, 3)), 1));
  }

  @Test
  void followingIntoACellThatIsBeingLeftIsLegal() {
    GridReferee referee = lane();
    referee.apply(NOTHING, List.of(AHEAD, AHEAD));
    assertThat(referee.errors()).isZero();
    assertThat(referee.cell(0)).isEqualTo(1);
    assertThat(referee.cell(1)).isEqualTo(2);
  }

  @Test
  void oneIllegalMoveMakesEverybodyWait() {
    GridReferee referee = lane();
    referee.apply(NOTHING, List.of(AHEAD, STAY));
    assertThat(referee.errors()).isEqualTo(1);
    assertThat(referee.cell(0)).isZero();
  }

  @Test
  void twoThatFaceEachOtherCannotSwap() {
    GridReferee referee = lane();
    referee.apply(NOTHING, List.of(STAY, CLOCKWISE));
    referee.apply(NOTHING, List.of(STAY, CLOCKWISE));
    referee.apply(NOTHING, List.of(AHEAD, AHEAD));
    assertThat(referee.errors()).isEqualTo(1);
  }

  @Test
  void aBegunJobStaysWithItsVehicleUntilItsLastStop() {
    GridReferee referee = lane();
    referee.apply(List.of(GridReferee.NO_JOB, 0), List.of(STAY, AHEAD));
    assertThat(referee.stopsServed(1)).isEqualTo(1);
    referee.apply(List.of(0, GridReferee.NO_JOB), List.of(STAY, AHEAD));
    assertThat(referee.errors()).isEqualTo(1);
    assertThat(referee.finished()).isEqualTo(1);
  }

  @Test
  void aGeneratedProblemIsTheSameAfterWritingAndReading(@TempDir Path folder) throws Exception {
    GridProblem problem = ProblemGenerator.generate(Layout.ROOMS, 20, 25, 30, 4, 3);
    assertThat(problem).isEqualTo(ProblemGenerator.generate(Layout.ROOMS, 20, 25, 30, 4, 3));
    assertThat(ProblemFiles.read(ProblemFiles.write(folder, "rooms", problem))).isEqualTo(problem);
  }
}
