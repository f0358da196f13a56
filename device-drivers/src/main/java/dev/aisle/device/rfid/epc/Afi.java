package dev.aisle.device.rfid.epc;

/** Application families of supply-chain tags outside GS1 (register of ISO/IEC 15961-2). */
final class Afi {
  private Afi() {}

  static String family(int afi) {
    return switch (afi) {
      case 0xA1 -> "product (ISO 17367)";
      case 0xA2 -> "transport unit (ISO 17365)";
      case 0xA3 -> "returnable transport item (ISO 17364)";
      case 0xA4 -> "product with dangerous goods (ISO 17367)";
      case 0xA5 -> "product packaging (ISO 17366)";
      case 0xA6 -> "product packaging with dangerous goods (ISO 17366)";
      case 0xA7 -> "transport unit with dangerous goods (ISO 17365)";
      case 0xA8 -> "returnable transport item with dangerous goods (ISO 17364)";
      case 0xA9 -> "freight container (ISO 17363)";
      case 0xAA -> "freight container with dangerous goods (ISO 17363)";
      case 0xC2 -> "library item (ISO 28560)";
      default -> "application family %02X".formatted(afi);
    };
  }
}
