package dev.aisle.hmi.live.device;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tags that somebody lays before simulated readers; there are none on a site of real devices. */
public interface LaidTagsPort {

  List<LaidTag> tags();

  /**
   * Lays tags there.
   *
   * @param count more than one are a stack: each other is laid when the one before is written
   * @param epc what the tag carries; as delivered when empty
   * @param password that its EPC is locked with; 0 for none
   * @param leaves it is taken away as soon as it is written
   * @return false when there is no such simulated reader, or there are too many tags
   */
  boolean lay(Spot spot, int count, Optional<String> epc, int password, boolean leaves);

  /** Carries a tag somewhere else, or takes it away; false when there is no such tag or reader. */
  boolean carry(String tid, Optional<Spot> spot);

  /** Takes all tags and the stack from a reader. */
  void clear(String reader);

  /** Before one antenna of a reader. */
  record Spot(String reader, int antenna, int rssiDbm) {}

  /**
   * @param tid chip identity, hex
   * @param reader before which it lies; null while it waits in a stack or was taken away
   * @param written its EPC was changed since it was laid
   */
  @Schema(name = "LaidTag")
  record LaidTag(
      String tid,
      String epc,
      @Nullable String reader,
      @Nullable Integer antenna,
      @Nullable Integer rssiDbm,
      boolean written) {}
}
