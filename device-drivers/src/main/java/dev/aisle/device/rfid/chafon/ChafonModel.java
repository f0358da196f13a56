package dev.aisle.device.rfid.chafon;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a reader says that it is (third byte of its information, command 21). The family decides how
 * inventory is asked for and answered.
 */
public enum ChafonModel {
  RRU9803M_3(0x03, "RRU9803M", Family.OF_18, 1),
  RRU9803M_8(0x08, "RRU9803M", Family.OF_18, 1),
  UHFREADER18(0x09, "UHFReader18", Family.OF_18, 1),
  UHFREADER288M(0x0C, "UHFReader288M", Family.OF_288, 4),
  UHFREADER86_F(0x0F, "UHFReader86", Family.OF_288, 4),
  UHFREADER86_10(0x10, "UHFReader86", Family.OF_288, 4),
  RRU9883M(0x16, "RRU9883M", Family.OF_288, 4),
  UHFREADER288MP(0x20, "UHFReader288MP", Family.OF_288, 8),
  UHFREADER288ADV(0x8B, "UHFReader288ADV", Family.OF_288, 8);

  /** The two ways to speak. */
  public enum Family {
    /** One antenna; tags come without signal strength. */
    OF_18,
    /** Several antennas, sessions, masks; tags come with antenna and signal strength. */
    OF_288
  }

  private final int type;
  private final String label;
  private final Family family;
  private final int antennas;

  ChafonModel(int type, String label, Family family, int antennas) {
    this.type = type;
    this.label = label;
    this.family = family;
    this.antennas = antennas;
  }

  public int type() {
    return type;
  }

  public String label() {
    return label;
  }

  public Family family() {
    return family;
  }

  /** Ports it can have. */
  public int antennas() {
    return antennas;
  }

  public static Optional<ChafonModel> ofType(int type) {
    return Arrays.stream(values()).filter(model -> model.type == type).findFirst();
  }
}
