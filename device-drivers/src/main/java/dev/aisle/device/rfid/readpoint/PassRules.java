package dev.aisle.device.rfid.readpoint;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What makes a tag that was heard at a read point one that went past it.
 *
 * @param eyes present where two photo-eyes give a trigger window and a direction
 * @param order present where the order of antenna lines may tell the direction
 */
public record PassRules(
    Optional<EyeRules> eyes, Optional<OrderRules> order, StrengthRules strength, TagRules tags) {

  /** A dock portal with two eyes; antenna lines are used where there are two. */
  public static PassRules dockPortal() {
    return new PassRules(
        Optional.of(EyeRules.dockPortal()),
        Optional.of(OrderRules.usual()),
        StrengthRules.usual(),
        TagRules.usual());
  }

  /** A place without direction, where every observed tag counts: head, conveyor, shelf. */
  public static PassRules plain() {
    TagRules any = new TagRules(EpcFilter.ANY, 1, false, Set.of(), 3, Duration.ZERO);
    return new PassRules(Optional.empty(), Optional.empty(), StrengthRules.usual(), any);
  }

  public PassRules with(TagRules other) {
    return new PassRules(eyes, order, strength, other);
  }

  public PassRules with(StrengthRules other) {
    return new PassRules(eyes, order, other, tags);
  }
}
