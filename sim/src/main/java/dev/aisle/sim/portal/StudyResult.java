package dev.aisle.sim.portal;

import java.util.List;

/**
 * What came out of a study.
 *
 * @param passes loads that went through a door
 * @param falseArrivals tags told at a portal that were not carried through it then
 * @param unitsMissing units on the papers that were not on the load, or whose tag was dead
 * @param unitsMissingReported of these, named missing by the check of the load
 * @param unitsCarried units with a living tag that went through
 * @param unitsCounted of these, told
 * @param directionRight passes of which at least one unit was told and all in the right direction
 * @param directionWrong passes with a unit told in the wrong direction
 * @param completeLoads passes of which each carried unit was told
 * @param firstFaults the first false arrivals and wrong directions, for a person to look at
 */
public record StudyResult(
    StudySettings settings,
    int passes,
    int falseArrivals,
    int unitsMissing,
    int unitsMissingReported,
    int unitsCarried,
    int unitsCounted,
    int directionRight,
    int directionWrong,
    int completeLoads,
    long reads,
    long ghostReads,
    List<String> firstFaults) {

  public StudyResult {
    firstFaults = List.copyOf(firstFaults);
  }

  public double directionShare() {
    return passes == 0 ? 0 : (double) directionRight / passes;
  }

  public double completeShare() {
    return passes == 0 ? 0 : (double) completeLoads / passes;
  }
}
