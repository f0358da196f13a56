package dev.aisle.device.rfid.uhf;

import dev.aisle.device.rfid.uhf.protocol.TagSeen;
import java.util.List;

/** What one look at the field of a reader found. */
public sealed interface Inventory {
  /** In the order heard; a tag may be in it several times, and none at all is an answer too. */
  record Seen(List<TagSeen> tags) implements Inventory {
    public Seen {
      tags = List.copyOf(tags);
    }
  }

  /** The reader could not look: nothing is known about the field. */
  record NotDone(String why) implements Inventory {}
}
