package dev.aisle.sim.portal;

/**
 * What a study of portal passes assumes.
 *
 * @param missed share of reads that get lost
 * @param ghosts share of reads with a damaged, invented or misplaced EPC
 * @param eyes true when the portals have two photo-eyes
 * @param list true when the portals know what is expected, and count nothing else
 */
public record StudySettings(
    long seed, int passes, double missed, double ghosts, boolean eyes, boolean list) {

  /** 2 % missed, 0.5 % ghosts, with photo-eyes, and no expected list to help. */
  public static StudySettings of(long seed, int passes) {
    return new StudySettings(seed, passes, 0.02, 0.005, true, false);
  }

  public StudySettings withoutEyes() {
    return new StudySettings(seed, passes, missed, ghosts, false, list);
  }

  public StudySettings withList() {
    return new StudySettings(seed, passes, missed, ghosts, eyes, true);
  }
}
