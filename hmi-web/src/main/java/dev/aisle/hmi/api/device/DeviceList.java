package dev.aisle.hmi.api.device;

import dev.aisle.hmi.api.ListQuery;
import dev.aisle.hmi.api.Page;
import dev.aisle.hmi.live.device.DeviceStatus;
import dev.aisle.hmi.live.device.DeviceStatus.DeviceKind;
import dev.aisle.hmi.live.device.DeviceStatus.DeviceSignal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sorts, filters and cuts the devices, which are all in memory. Pure. */
final class DeviceList {
  /** What needs somebody comes first. */
  private static final List<DeviceSignal> WORST_FIRST =
      List.of(
          DeviceSignal.FAILURE,
          DeviceSignal.CHECK,
          DeviceSignal.OUT_OF_SPEC,
          DeviceSignal.MAINTENANCE,
          DeviceSignal.UNKNOWN,
          DeviceSignal.OK);

  private static final Comparator<DeviceStatus> BY_NEED =
      Comparator.comparingInt((DeviceStatus device) -> WORST_FIRST.indexOf(device.signal()))
          .thenComparing(DeviceStatus::name);

  private static final Map<String, Comparator<DeviceStatus>> SORTS =
      Map.of(
          "signal", BY_NEED,
          "name", Comparator.comparing(DeviceStatus::name),
          "kind", Comparator.comparing(DeviceStatus::kind),
          "driver", Comparator.comparing(DeviceStatus::driver),
          "address", Comparator.comparing(DeviceStatus::address),
          "ageMs", Comparator.comparingLong(DeviceList::age),
          "errorsPerMin", Comparator.comparingDouble(DeviceStatus::errorsPerMin),
          "exchangesPerMin", Comparator.comparingDouble(DeviceStatus::exchangesPerMin),
          "noisePerMin", Comparator.comparingDouble(DeviceStatus::noisePerMin),
          "servedPerMin", Comparator.comparingDouble(DeviceStatus::servedPerMin));

  private DeviceList() {}

  private static long age(DeviceStatus device) {
    Long age = device.ageMs();
    return age == null ? Long.MAX_VALUE : age;
  }

  static Page<DeviceStatus> of(
      List<DeviceStatus> all,
      @Nullable DeviceKind kind,
      @Nullable DeviceSignal signal,
      @Nullable Boolean simulated,
      ListQuery query) {
    String text = query.text().orElse("").toLowerCase(Locale.ROOT);
    ListQuery.Order order = query.order().orElse(new ListQuery.Order("signal", true));
    Comparator<DeviceStatus> sort = SORTS.getOrDefault(order.field(), BY_NEED);
    List<DeviceStatus> found =
        all.stream()
            .filter(device -> kind == null || device.kind() == kind)
            .filter(device -> signal == null || device.signal() == signal)
            .filter(device -> simulated == null || device.simulated() == simulated)
            .filter(device -> text.isEmpty() || words(device).contains(text))
            .sorted((order.ascending() ? sort : sort.reversed()).thenComparing(BY_NEED))
            .toList();
    long from = Math.min((long) query.pageNumber() * query.pageSize(), found.size());
    long to = Math.min(from + query.pageSize(), found.size());
    return new Page<>(
        found.subList((int) from, (int) to), found.size(), query.pageNumber(), query.pageSize());
  }

  private static String words(DeviceStatus device) {
    return "%s %s %s"
        .formatted(device.name(), device.driver(), device.address())
        .toLowerCase(Locale.ROOT);
  }
}
