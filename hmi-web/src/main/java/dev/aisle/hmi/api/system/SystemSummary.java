package dev.aisle.hmi.api.system;

import java.util.List;

/**
 * What has been done, and whether all that must hold does.
 *
 * @param received handling units received
 * @param stored handling units put away
 * @param picked order lines picked
 * @param shipped orders shipped
 * @param transports transports delivered
 * @param operators {@code auto} or {@code people}
 */
public record SystemSummary(
    long received,
    long stored,
    long picked,
    long shipped,
    long transports,
    List<InvariantView> invariants,
    long uptimeS,
    double speed,
    boolean simulated,
    String operators) {

  public SystemSummary {
    invariants = List.copyOf(invariants);
  }

  /**
   * @param detail what broke it, empty when it held
   */
  @io.swagger.v3.oas.annotations.media.Schema(name = "Invariant")
  public record InvariantView(String id, String name, boolean held, String detail) {}
}
