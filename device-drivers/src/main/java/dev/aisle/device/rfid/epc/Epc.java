package dev.aisle.device.rfid.epc;

import java.util.Optional;
import java.util.OptionalLong;

/** The contents of a tag's EPC memory, decoded as far as they can be. */
public sealed interface Epc {

  /** Pure identity URN, empty where there is none. */
  Optional<String> urn();

  /** The key in plain digits as printed in a barcode (GTIN, SSCC, GLN, …), without the serial. */
  Optional<String> gs1Key();

  /**
   * A GS1 key. {@code reference} begins with the indicator (SGTIN) or extension digit (SSCC).
   *
   * @param filter 0 to 7
   * @param companyPrefix 6 to 12 digits
   */
  record Gs1(
      EpcScheme scheme, int filter, String companyPrefix, String reference, OptionalLong serial)
      implements Epc {
    public Gs1 {
      Gs1Rules.check(scheme, filter, companyPrefix, reference, serial);
    }

    @Override
    public Optional<String> urn() {
      String plain = "urn:epc:id:%s:%s.%s".formatted(scheme.urnName(), companyPrefix, reference);
      return Optional.of(serial.isPresent() ? plain + "." + serial.getAsLong() : plain);
    }

    @Override
    public Optional<String> gs1Key() {
      return Optional.of(Gs1Rules.key(scheme, companyPrefix, reference));
    }
  }

  /** General identifier: manager 28 bits, class 24 bits, serial 36 bits. */
  record Gid(long manager, long objectClass, long serial) implements Epc {
    public Gid {
      if (manager < 0
          || manager >= 1L << 28
          || objectClass < 0
          || objectClass >= 1L << 24
          || serial < 0
          || serial >= 1L << 36) {
        throw new IllegalArgumentException("a part of the GID is out of range");
      }
    }

    @Override
    public Optional<String> urn() {
      return Optional.of("urn:epc:id:gid:%d.%d.%d".formatted(manager, objectClass, serial));
    }

    @Override
    public Optional<String> gs1Key() {
      return Optional.empty();
    }
  }

  /** Not one of the schemes known here, or contents that break the scheme's rules. */
  record Unknown(String hex, String why) implements Epc {
    @Override
    public Optional<String> urn() {
      return Optional.empty();
    }

    @Override
    public Optional<String> gs1Key() {
      return Optional.empty();
    }
  }
}
