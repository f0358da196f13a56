package dev.aisle.device.rfid.epc;

import java.util.Optional;

/** The contents of a tag's EPC memory, decoded as far as they can be. */
public sealed interface Epc {

  /** Pure identity URN, empty where there is none. */
  Optional<String> urn();

  /** The key in plain characters as printed in a barcode (GTIN, SSCC, …), without the serial. */
  Optional<String> gs1Key();

  /** The EPCs that stand for a GS1 key. */
  sealed interface Keyed extends Epc {
    EpcCoding coding();

    /** 0 to 7; what it means is said by {@link EpcFilter}. */
    int filter();

    /** Serial or extension in plain characters, empty for a key without one. */
    String serial();

    /** The key itself, with its check digit. */
    String key();

    @Override
    default Optional<String> gs1Key() {
      return Optional.of(key());
    }
  }

  /**
   * A key in one of the classic codings.
   *
   * @param companyPrefix 6 to 12 digits
   * @param reference begins with the indicator (SGTIN) or extension digit (SSCC); plain characters
   *     for a GIAI
   */
  record Gs1(EpcCoding coding, int filter, String companyPrefix, String reference, String serial)
      implements Keyed {
    /**
     * @throws IllegalArgumentException when the key cannot be written in that coding
     */
    public Gs1 {
      Gs1Rules.check(coding, filter, companyPrefix, reference, serial);
    }

    @Override
    public Optional<String> urn() {
      return Optional.of(EpcUrn.identity(this));
    }

    /** With filter and coding: {@code urn:epc:tag:sgtin-96:3.0614141.812345.6789}. */
    public String tagUrn() {
      return EpcUrn.tag(this);
    }

    @Override
    public String key() {
      return Gs1Rules.key(coding.scheme(), companyPrefix, reference);
    }
  }

  /**
   * A key in one of the codings of TDS 2.0, which hold it as a barcode does. Where its company
   * prefix ends is not told, so it has no URN of its own.
   *
   * @param dataFollows the tag says that further Application Identifiers follow the EPC (clause
   *     15.3, "+AIDC data")
   * @param moreData what follows in bits, {@code 0} and {@code 1}, without the padding; not
   *     decoded; empty for nothing
   */
  record Plus(
      EpcCoding coding, int filter, String key, String serial, boolean dataFollows, String moreData)
      implements Keyed {
    /**
     * @throws IllegalArgumentException when the key is wrong
     */
    public Plus {
      PlusCodec.check(coding, filter, key, serial, dataFollows, moreData);
    }

    @Override
    public Optional<String> urn() {
      return Optional.empty();
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

  /**
   * A tag of another numbering system: the toggle bit of its PC word says that an Application
   * Family Identifier of ISO/IEC 15961-3 stands there, and the EPC rules do not hold.
   *
   * @param afi 0 to 255
   */
  record NotGs1(String hex, int afi, String family) implements Epc {
    @Override
    public Optional<String> urn() {
      return Optional.empty();
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
