package dev.aisle.hmi.app.site;

import dev.aisle.device.plc.plan.PlcPlan;
import dev.aisle.device.rfid.modbus.HeadProfile;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Something on a wire, as the site file describes it. */
public sealed interface SiteDevice
    permits SiteDevice.UhfReader, SiteDevice.TagHead, SiteDevice.Plc, StationDevice {
  String name();

  /** The word after {@code driver:} in the site file. */
  String driver();

  /** Serial path or host:port; may be empty for a simulated device only. */
  Optional<String> address();

  /** Played by the simulator over its real protocol. */
  boolean simulated();

  /** What feeds read points, by antenna or head number counted from 1. */
  default Map<Integer, Antenna> antennas() {
    return Map.of();
  }

  /** On which side of a portal an antenna hangs; its reads then help to tell the direction. */
  enum Side {
    ANY,
    OUTER,
    INNER
  }

  /**
   * @param readPoint the read point it feeds; none for an antenna that only a test looks at
   * @param powerDbm its own power, where it differs from that of the reader
   */
  record Antenna(Optional<String> readPoint, Side side, OptionalInt powerDbm) {
    public static Antenna feeding(String readPoint) {
      return new Antenna(Optional.of(readPoint), Side.ANY, OptionalInt.empty());
    }
  }

  /**
   * A UHF reader on a serial line or a TCP socket.
   *
   * @param baud line speed; that of the make as delivered when empty
   * @param busAddress its number on a shared line; the public address when empty
   * @param region of the radio, such as {@code china-900}; as the reader has it when empty
   * @param powerDbm of all antennas; as the reader has it when empty
   * @param session Gen2 session 0 to 3; as the make usually has it when empty
   * @param expectsSerial refuses any other reader that is found at the address
   */
  record UhfReader(
      String name,
      String driver,
      Optional<String> address,
      OptionalInt baud,
      OptionalInt busAddress,
      Optional<String> region,
      OptionalInt powerDbm,
      OptionalInt session,
      Map<Integer, Antenna> antennas,
      Optional<String> expectsSerial,
      boolean simulated)
      implements SiteDevice {
    public UhfReader {
      antennas = ordered(antennas);
    }

    /** The same reader with only one of its antennas, which feeds no read point. */
    public UhfReader onlyAntenna(int number) {
      Antenna antenna =
          new Antenna(
              Optional.empty(),
              Side.ANY,
              Optional.ofNullable(antennas.get(number))
                  .map(Antenna::powerDbm)
                  .orElse(OptionalInt.empty()));
      return new UhfReader(
          name,
          driver,
          address,
          baud,
          busAddress,
          region,
          powerDbm,
          session,
          Map.of(number, antenna),
          expectsSerial,
          simulated);
    }
  }

  /** How a Modbus device is reached. */
  enum ModbusMode {
    TCP,
    RTU,
    RTU_OVER_TCP
  }

  /**
   * Where a Modbus device is.
   *
   * @param address host:port, or the serial path for RTU
   * @param parity none, even or odd
   * @param unit Modbus unit id on that address, 1 to 247, with plain TCP to 255
   */
  record ModbusWire(
      ModbusMode mode, Optional<String> address, int baud, String parity, int stopBits, int unit) {
    /** As gateways are delivered. */
    public static final int USUAL_BAUD = 9600;
  }

  /**
   * A gateway with HF or UHF heads that are polled over Modbus.
   *
   * @param profile register profile
   * @param channels the numbers of the heads are channels of one gateway; otherwise there is one
   *     head, which is the unit itself
   * @param heads head number to what it feeds
   */
  record TagHead(
      String name,
      String driver,
      ModbusWire wire,
      HeadProfile profile,
      boolean channels,
      Map<Integer, Antenna> heads,
      boolean simulated)
      implements SiteDevice {
    public TagHead {
      heads = ordered(heads);
    }

    @Override
    public Optional<String> address() {
      return wire.address();
    }

    @Override
    public Map<Integer, Antenna> antennas() {
      return heads;
    }
  }

  /** A controller with named points and the machines made of them. */
  record Plc(String name, String driver, ModbusWire wire, PlcPlan plan, boolean simulated)
      implements SiteDevice {
    @Override
    public Optional<String> address() {
      return wire.address();
    }
  }

  private static <K, V> Map<K, V> ordered(Map<K, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** Read points that this device feeds, each once. */
  default List<String> readPoints() {
    return antennas().values().stream()
        .flatMap(antenna -> antenna.readPoint().stream())
        .distinct()
        .toList();
  }
}
