package dev.aisle.agv.control.io;

import java.util.Optional;

/**
 * What a person has sent a vehicle to do. It first ends the transport it has, and gets no other
 * until the errand is over.
 *
 * @param node where it stands until it is sent elsewhere or back to work; only for {@link Kind#GO}
 */
public record Errand(Kind kind, Optional<String> node) {

  /** The errands there are. */
  public enum Kind {
    /** To a node, to stand there. */
    GO,
    /** Home, to stay there. */
    PARK,
    /** To its charger; over when it is charged as far as the site wants it. */
    CHARGE
  }

  public Errand {
    if ((kind == Kind.GO) != node.isPresent()) {
      throw new IllegalArgumentException("%s with node %s".formatted(kind, node));
    }
  }

  public static Errand go(String node) {
    return new Errand(Kind.GO, Optional.of(node));
  }

  public static Errand park() {
    return new Errand(Kind.PARK, Optional.empty());
  }

  public static Errand charge() {
    return new Errand(Kind.CHARGE, Optional.empty());
  }
}
