package dev.aisle.sim.reader;

import dev.aisle.device.rfid.chafon.ChafonModel;
import dev.aisle.sim.reader.firmware.A0Firmware;
import dev.aisle.sim.reader.firmware.BbFirmware;
import dev.aisle.sim.reader.firmware.ChafonFirmware;
import dev.aisle.sim.reader.firmware.ReaderFirmware;
import dev.aisle.sim.reader.firmware.ThingMagicFirmware;
import java.util.random.RandomGenerator;

/** The makes of UHF reader that are played. */
public enum ReaderMake {
  BB("rfid-bb", 115_200) {
    @Override
    ReaderFirmware switchOn(RandomGenerator random) {
      return new BbFirmware(random);
    }
  },
  CHAFON_288("rfid-chafon", 57_600) {
    @Override
    ReaderFirmware switchOn(RandomGenerator random) {
      return new ChafonFirmware(ChafonModel.UHFREADER288M, random);
    }
  },
  CHAFON_18("rfid-chafon", 57_600) {
    @Override
    ReaderFirmware switchOn(RandomGenerator random) {
      return new ChafonFirmware(ChafonModel.UHFREADER18, random);
    }
  },
  A0("rfid-a0", 115_200) {
    @Override
    ReaderFirmware switchOn(RandomGenerator random) {
      return new A0Firmware();
    }
  },
  THINGMAGIC("rfid-thingmagic", 115_200) {
    @Override
    ReaderFirmware switchOn(RandomGenerator random) {
      return new ThingMagicFirmware();
    }
  };

  private final String driver;
  private final int usualBaud;

  ReaderMake(String driver, int usualBaud) {
    this.driver = driver;
    this.usualBaud = usualBaud;
  }

  /** The driver of the site file that speaks with it. */
  public String driver() {
    return driver;
  }

  /** Line speed as delivered. */
  public int usualBaud() {
    return usualBaud;
  }

  /** A reader that has just been switched on, with the settings of the factory. */
  abstract ReaderFirmware switchOn(RandomGenerator random);

  /**
   * @throws IllegalArgumentException when no make of that driver is played
   */
  public static ReaderMake ofDriver(String driver) {
    for (ReaderMake make : values()) {
      if (make.driver.equals(driver)) {
        return make;
      }
    }
    throw new IllegalArgumentException("no reader for driver '%s' is played".formatted(driver));
  }
}
