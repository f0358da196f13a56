package dev.aisle.hmi.encoding;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The numbers of one row: from a typed one upwards, or the next free ones. For one thread. */
final class TagNumbers {
  private final KeyCheck keys;
  private final TagRecords records;
  private @Nullable TagNumber current;
  private Optional<Long> typed;
  private boolean first = true;

  TagNumbers(KeyCheck keys, TagRecords records, TagOrder order) {
    this.keys = keys;
    this.records = records;
    this.typed = order.serial().filter(KeyCheck::isNumber).map(Long::parseLong);
  }

  /** What the next blank tag gets. The same until it is taken. */
  TagNumber current(TagOrder order) {
    TagNumber now = current;
    if (now == null) {
      now = make(order);
      current = now;
    }
    return now;
  }

  private TagNumber make(TagOrder order) {
    if (order.kind() == TagOrder.Kind.SSCC) {
      String sscc = order.key().orElseGet(() -> records.nextSscc().digits());
      return keys.number(order, sscc, "");
    }
    String key = order.key().orElseThrow();
    if (order.serial().isPresent() && first) {
      return keys.number(order, key, order.serial().get());
    }
    while (true) {
      long serial =
          typed.isPresent()
              ? typed.get()
              : records.nextSerial(order.kind(), KeyCheck.padded(order.kind(), key));
      TagNumber number = keys.number(order, key, Long.toString(serial));
      if (!records.isWritten(number.epcHex())) {
        return number;
      }
      typed = typed.map(last -> last + 1);
    }
  }

  /** A tag has it now, or may have it: no other gets it. */
  void taken(TagNumber number) {
    if (current != null && current.epcHex().equals(number.epcHex())) {
      current = null;
      first = false;
      typed = typed.map(last -> last + 1);
    }
  }
}
