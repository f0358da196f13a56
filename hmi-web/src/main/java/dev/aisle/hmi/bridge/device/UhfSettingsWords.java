package dev.aisle.hmi.bridge.device;

import dev.aisle.device.rfid.uhf.protocol.Region;
import dev.aisle.device.rfid.uhf.protocol.Session;
import dev.aisle.device.rfid.uhf.protocol.UhfSettings;
import dev.aisle.hmi.app.site.SiteDevice;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Settings of a reader in the words of its driver. Pure. */
public final class UhfSettingsWords {
  private static final int CENTI = 100;

  private UhfSettingsWords() {}

  public static UhfSettings of(SiteDevice.UhfReader entry) {
    Map<Integer, Integer> powers = new HashMap<>();
    entry
        .antennas()
        .forEach(
            (number, antenna) ->
                antenna.powerDbm().ifPresent(dbm -> powers.put(number, dbm * CENTI)));
    return new UhfSettings(
        entry.busAddress(),
        entry.region().map(word -> Region.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'))),
        entry.powerDbm().isPresent()
            ? OptionalInt.of(entry.powerDbm().getAsInt() * CENTI)
            : OptionalInt.empty(),
        powers,
        entry.antennas().keySet().stream().sorted().toList(),
        entry.session().isPresent()
            ? Optional.of(Session.valueOf("S" + entry.session().getAsInt()))
            : Optional.empty());
  }
}
