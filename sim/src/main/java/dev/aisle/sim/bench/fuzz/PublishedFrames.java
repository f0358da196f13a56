package dev.aisle.sim.bench.fuzz;

import java.util.List;

/** Frames that vendors print or that were captured from readers, in hex. */
final class PublishedFrames {
  private PublishedFrames() {}

  /** Lines of scales: Mettler-Toledo SICS. */
  static final List<String> SICS =
      List.of(
          "S S     100.00 g",
          "S D     100.05 g",
          "S S  -    0.10 g",
          "S S    12.3456 kg",
          "S +",
          "S I",
          "ES");

  /** Of A&D balances and the indicators that follow them. */
  static final List<String> AND =
      List.of(
          "ST,+00123.45  g",
          "US,-00000.40  g",
          "ST,GS,+  1.234kg",
          "US,NT,-00001.23 kg",
          "OL,+9999999E+19",
          "OL,GS,+99.99kg");

  /** Toledo continuous output: kilograms with two decimals at rest, moving, pounds, too heavy. */
  static final List<String> TOLEDO =
      List.of(
          "\u0002$0 012345000000",
          "\u0002$8 012350000100",
          "\u0002$  000450000000",
          "\u0002$4 999999000000");

  private static final List<String> BB =
      List.of(
          "BB0003000100047E",
          "BB00220000227E",
          "BB02220011C9340030751FEB705C5904E3D50D703A76EF7E",
          "BB01FF000115167E",
          "BB0027000322FFFF4A7E",
          "BB01280001002A7E",
          "BB000C00130100000020600030751FEB705C5904E3D50D70AD7E",
          "BB003900090000FFFF0300000002457E",
          "BB01FF0010160E340030751FEB705C5904E3D50D70757E",
          "BB0049000D0000FFFF0300000002123456786D7E",
          "BB014900100E340030751FEB705C5904E3D50D7000A97E",
          "BB01B7000207D0917E",
          "BB010D00021020407E");

  private static final List<String> A0 =
      List.of(
          "A0030172EA",
          "A00501720109DE",
          "A004018901D1",
          "A0130189043000E200301666130121155074EF45BF",
          "A0130189743000E2004074850A0103163070E13629",
          "A00A018900001D00000001AE",
          "A006018B010001CC",
          "A0110185000C11223344556677889900AABB5B",
          "A004018510C6",
          "A00D018A00010101020103010001BD",
          "A00A018A00000C000001F4CA",
          "A004018922B0");

  private static final List<String> CHAFON_18 =
      List.of(
          "04FF011BB4",
          "040001DB4B",
          "13000103010C0000000000000000000003133F39",
          "13000103010C49440000000000000A000334A5FB",
          "20000103020C0000000000000000000003130C0000000000000000000003149AC9",
          "0AFF35000000000000E87E");

  private static final List<String> CHAFON_288 =
      List.of(
          "04FF211995",
          "1100210000160C034E001E0A01000000E651",
          "0DFF010400010000000080140D93",
          "1500010301010C0000000000000000000003136BB1A5",
          "1500010301010C3039606303C74380001A055940F93E",
          "1500010304010C49440000000000000A0003346425C0",
          "0D000103010104003230386DA3D2",
          "2300010301020C0000000000000000000003136B0C0000000000000000000003146C70F2",
          "0700010101001E4B",
          "05FF2F1B2CA5",
          "05002F008DCD",
          "06FF224E0037A4");

  private static final List<String> THINGMAGIC =
      List.of(
          "FF00031D0C",
          "FF00041D0B",
          "FF01970D4BB0",
          "FF02910101703B",
          "FF029207D04689",
          "FF102F00000122000005072210001B03E801FFDD2B",
          "FF032F0000025E86",
          "FF0022040084E0",
          "FF00210400B483",
          "FF0B2807D0100000020000000000DC63",
          "FF2822000010001B01FF0101C4110E16400000012700000500000F008030"
              + "00000000000000000000001545E94A561D");

  /** One list for each protocol that the bench knows. */
  static List<String> of(String protocol) {
    return switch (protocol) {
      case "bb" -> BB;
      case "a0" -> A0;
      case "chafon18" -> CHAFON_18;
      case "chafon288" -> CHAFON_288;
      case "thingmagic" -> THINGMAGIC;
      default -> throw new IllegalArgumentException("no frames of " + protocol);
    };
  }
}
