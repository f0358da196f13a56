package dev.aisle.device.rfid.readpoint;

import java.time.Duration;
import java.util.Set;

/**
 * Which tags can count at all.
 *
 * @param filter EPC patterns
 * @param doubtfulCount reads needed of an EPC of no known scheme that nobody expects: a damaged EPC
 *     is another one each time
 * @param onlyExpected while an expected list is set, nothing else counts
 * @param alwaysThere EPCs in upper-case hex of tags that belong to the place, such as of a rack
 * @param staticAfterPasses a tag heard in more passes than this without being carried belongs to
 *     the place, until it moves
 * @param notAgainWithin a tag that was told is not told in the same direction again within this
 *     time: what has come in cannot come in once more
 */
public record TagRules(
    EpcFilter filter,
    int doubtfulCount,
    boolean onlyExpected,
    Set<String> alwaysThere,
    int staticAfterPasses,
    Duration notAgainWithin) {

  public TagRules {
    alwaysThere = Set.copyOf(alwaysThere);
    if (doubtfulCount < 1 || staticAfterPasses < 1) {
      throw new IllegalArgumentException("counts start at 1");
    }
  }

  /** Any tag, damaged ones apart. */
  public static TagRules usual() {
    return new TagRules(EpcFilter.ANY, 3, false, Set.of(), 3, Duration.ZERO);
  }
}
