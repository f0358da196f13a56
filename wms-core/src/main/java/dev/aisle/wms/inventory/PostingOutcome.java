package dev.aisle.wms.inventory;

/** What came of a posting. */
public sealed interface PostingOutcome {
  /**
   * It is in the ledger.
   *
   * @param repeated whether it already was, under the same idempotency key
   */
  record Posted(PostingId posting, boolean repeated) implements PostingOutcome {}

  record Refused(Shortage shortage) implements PostingOutcome {}

  /** The posting, when a refusal would be a mistake of the caller. */
  default PostingId orThrow() {
    return switch (this) {
      case Posted posted -> posted.posting();
      case Refused refused -> throw new IllegalStateException("refused: " + refused.shortage());
    };
  }
}
