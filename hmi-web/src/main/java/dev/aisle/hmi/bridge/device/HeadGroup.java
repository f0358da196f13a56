package dev.aisle.hmi.bridge.device;

import dev.aisle.device.link.DeviceHealth;
import dev.aisle.device.link.DeviceRates;
import dev.aisle.device.link.Ne107;
import dev.aisle.device.rfid.ReaderInfo;
import dev.aisle.device.rfid.RfidReader;
import dev.aisle.device.rfid.TagRead;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** Heads behind one gateway as one reader: the number of a head is that of the antenna. */
final class HeadGroup implements RfidReader {
  private static final List<Ne107> WORST_LAST =
      List.of(
          Ne107.OK,
          Ne107.MAINTENANCE,
          Ne107.OUT_OF_SPEC,
          Ne107.CHECK,
          Ne107.UNKNOWN,
          Ne107.FAILURE);

  private final String name;
  private final Map<Integer, RfidReader> heads;

  HeadGroup(String name, Map<Integer, RfidReader> heads) {
    this.name = name;
    this.heads = new LinkedHashMap<>(heads);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void onRead(Consumer<TagRead> receiver) {
    heads.forEach(
        (number, head) ->
            head.onRead(
                read ->
                    receiver.accept(
                        new TagRead(
                            name,
                            number,
                            read.epcHex(),
                            read.rssiRaw(),
                            read.rssiDbm(),
                            read.frequencyKhz(),
                            read.phaseDeg(),
                            read.at()))));
  }

  @Override
  public void open() {
    heads.values().forEach(RfidReader::open);
  }

  /** By the number of the head. */
  public Map<Integer, DeviceHealth> heads() {
    Map<Integer, DeviceHealth> healths = new LinkedHashMap<>();
    heads.forEach((number, head) -> healths.put(number, head.health()));
    return healths;
  }

  /** The worst of its heads speaks for the gateway; what they count is added up. */
  @Override
  public DeviceHealth health() {
    List<DeviceHealth> all = heads.values().stream().map(RfidReader::health).toList();
    DeviceHealth worst =
        all.stream()
            .max(Comparator.comparingInt(health -> WORST_LAST.indexOf(health.signal())))
            .orElseThrow();
    Optional<Instant> last =
        all.stream().flatMap(health -> health.lastExchange().stream()).max(Instant::compareTo);
    return new DeviceHealth(
        name,
        worst.signal(),
        worst.link(),
        last,
        all.stream().mapToLong(DeviceHealth::exchanges).sum(),
        all.stream().mapToLong(DeviceHealth::errors).sum(),
        all.stream().mapToLong(DeviceHealth::noiseBytes).sum(),
        worst.why(),
        new DeviceRates(
            sum(all, DeviceRates::exchangesPerSecond),
            sum(all, DeviceRates::readsPerSecond),
            sum(all, DeviceRates::noiseBytesPerSecond),
            all.stream().mapToLong(health -> health.rates().errorsPerMinute()).sum()));
  }

  private static double sum(List<DeviceHealth> all, ToDoubleFunction<DeviceRates> of) {
    return all.stream().map(DeviceHealth::rates).mapToDouble(of).sum();
  }

  @Override
  public ReaderInfo info() {
    return heads.values().iterator().next().info();
  }

  @Override
  public void close() {
    heads.values().forEach(RfidReader::close);
  }
}
