package dev.aisle.hmi.testing;

/** The beginning of a site file: a floor of one dock and two lanes, and nothing else yet. */
public final class SiteText {
  /** Three lines. */
  public static final String HEAD =
      """
      site: small
      timezone: Asia/Shanghai
      gs1: {company_prefix: "9521141"}
      """;

  /** Eleven lines. */
  public static final String FLOOR =
      HEAD
          + """
      floor:
        nodes:
          D1: {at_m: [0, 0], is: dock}
          L1: {at_m: [0, 2]}
          L2: {at_m: [4, 2]}
        lanes:
          - {between: [L1, L2]}
          - {between: [L1, D1], speed_mps: 0.6}
      """;

  private SiteText() {}
}
