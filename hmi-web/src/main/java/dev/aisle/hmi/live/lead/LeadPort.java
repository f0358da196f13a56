package dev.aisle.hmi.live.lead;

import org.jspecify.annotations.Nullable;

/** Which of several programs on one database runs the floor. */
public interface LeadPort {
  /**
   * @param node this one
   * @param leads true if this one runs the floor
   * @param leader null while nobody does
   * @param address of the leader's pages
   */
  @io.swagger.v3.oas.annotations.media.Schema(name = "Lead")
  record View(String node, boolean leads, @Nullable String leader, @Nullable String address) {}

  View lead();
}
