package dev.aisle.device.rfid.makes;

import dev.aisle.device.rfid.a0.A0Dialect;
import dev.aisle.device.rfid.bb.BbDialect;
import dev.aisle.device.rfid.chafon.ChafonDialect;
import dev.aisle.device.rfid.chafon.ChafonModel;
import dev.aisle.device.rfid.thingmagic.TmDialect;
import dev.aisle.device.rfid.uhf.protocol.UhfDialect;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Every make of UHF reader by its driver name, and every protocol by the name the bench gives it.
 * They differ where one driver finds out by itself which of two protocols its reader speaks.
 */
public final class UhfMakes {
  private static final Map<String, Supplier<UhfDialect<?>>> BY_DRIVER =
      new TreeMap<>(
          Map.of(
              "rfid-bb", BbDialect::new,
              "rfid-a0", A0Dialect::new,
              "rfid-chafon", ChafonDialect::new,
              "rfid-thingmagic", TmDialect::new));

  private static final Map<String, Supplier<UhfDialect<?>>> BY_PROTOCOL =
      new TreeMap<>(
          Map.of(
              "bb",
              BbDialect::new,
              "a0",
              A0Dialect::new,
              "chafon18",
              () -> new ChafonDialect(ChafonModel.Family.OF_18),
              "chafon288",
              () -> new ChafonDialect(ChafonModel.Family.OF_288),
              "thingmagic",
              TmDialect::new));

  private UhfMakes() {}

  /** A new dialect for one reader, such as {@code rfid-bb}; empty for a name we do not know. */
  public static Optional<UhfDialect<?>> ofDriver(String driver) {
    return Optional.ofNullable(BY_DRIVER.get(driver)).map(Supplier::get);
  }

  /** A new dialect to look at recorded bytes with, such as {@code bb}. */
  public static Optional<UhfDialect<?>> ofProtocol(String protocol) {
    return Optional.ofNullable(BY_PROTOCOL.get(protocol)).map(Supplier::get);
  }

  public static SortedSet<String> drivers() {
    return new TreeSet<>(BY_DRIVER.keySet());
  }

  public static SortedSet<String> protocols() {
    return new TreeSet<>(BY_PROTOCOL.keySet());
  }
}
