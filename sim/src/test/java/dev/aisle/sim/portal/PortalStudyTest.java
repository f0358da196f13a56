package dev.aisle.sim.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PortalStudyTest {
  private static final int PASSES = 500;

  static Stream<StudySettings> settings() {
    StudySettings usual = StudySettings.of(11, PASSES);
    return Stream.of(usual, usual.withList(), StudySettings.of(12, PASSES).withoutEyes());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("settings")
  void nothingIsCountedThatWasNotCarriedAndEachMissingUnitIsReported(StudySettings settings) {
    StudyResult result = PortalStudy.run(settings);
    assertThat(result.firstFaults()).isEmpty();
    assertThat(result.falseArrivals()).isZero();
    assertThat(result.directionWrong()).isZero();
    assertThat(result.unitsMissing()).isGreaterThan(50);
    assertThat(result.unitsMissingReported()).isEqualTo(result.unitsMissing());
    assertThat(result.directionShare()).isGreaterThanOrEqualTo(settings.eyes() ? 0.995 : 0.98);
    assertThat(result.completeShare()).isGreaterThan(0.95);
    assertThat(result.ghostReads()).isGreaterThan(1_000);
  }

  @Test
  void theSameSeedGivesTheSameStudy() {
    StudySettings settings = StudySettings.of(5, 40);
    assertThat(PortalStudy.run(settings)).isEqualTo(PortalStudy.run(settings));
  }

  @Test
  void withTenTimesTheGhostsAndTheMissesStillNothingFalseIsCounted() {
    StudyResult result = PortalStudy.run(new StudySettings(7, 150, 0.2, 0.05, true, false));
    assertThat(result.firstFaults()).isEmpty();
    assertThat(result.unitsMissingReported()).isEqualTo(result.unitsMissing());
  }
}
