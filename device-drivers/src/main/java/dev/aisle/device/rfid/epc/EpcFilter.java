package dev.aisle.device.rfid.epc;

/** What a filter value says about the tagged thing (Tag Data Standard, clause 10). */
public final class EpcFilter {
  /** Filter value of a unit load, the same for SGTIN and SSCC. */
  public static final int UNIT_LOAD = 6;

  private EpcFilter() {}

  /** In words; values that the standard keeps for later are {@code reserved}. */
  public static String name(EpcScheme scheme, int filter) {
    if (filter == 0) {
      return "other";
    }
    return switch (scheme) {
      case SGTIN ->
          switch (filter) {
            case 1 -> "point-of-sale item";
            case 2 -> "full case";
            case 4 -> "inner pack";
            case UNIT_LOAD -> "unit load";
            case 7 -> "component";
            default -> "reserved";
          };
      case SSCC ->
          switch (filter) {
            case 2 -> "full case";
            case UNIT_LOAD -> "unit load";
            default -> "reserved";
          };
      case SGLN, GRAI, GIAI, GSRN, GSRNP, GDTI -> "reserved";
    };
  }
}
