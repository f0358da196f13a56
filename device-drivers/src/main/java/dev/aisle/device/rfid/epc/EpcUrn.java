package dev.aisle.device.rfid.epc;

import java.util.Arrays;
import java.util.Optional;

/**
 * URNs of EPCs: the pure identity {@code urn:epc:id:sgtin:0614141.812345.6789} (Tag Data Standard,
 * clause 6) and the tag URN with coding and filter {@code
 * urn:epc:tag:sgtin-96:3.0614141.812345.6789} (clause 12).
 */
public final class EpcUrn {
  private static final String IDENTITY = "urn:epc:id:";
  private static final String TAG = "urn:epc:tag:";
  private static final String GID_TAG = "gid-96";

  /** The longest URN of a key has about 80 characters. */
  private static final int LONGEST = 200;

  private EpcUrn() {}

  static String identity(Epc.Gs1 epc) {
    return IDENTITY + epc.coding().scheme().urnName() + ":" + body(epc);
  }

  static String tag(Epc.Gs1 epc) {
    return "%s%s:%d.%s".formatted(TAG, epc.coding().tagName(), epc.filter(), body(epc));
  }

  /** Tag URN; empty for what has none (the plus codings, tags outside GS1). */
  public static Optional<String> tag(Epc epc) {
    return switch (epc) {
      case Epc.Gs1 gs1 -> Optional.of(tag(gs1));
      case Epc.Gid gid ->
          Optional.of(
              "%s%s:%d.%d.%d"
                  .formatted(TAG, GID_TAG, gid.manager(), gid.objectClass(), gid.serial()));
      case Epc.Plus ignored -> Optional.empty();
      case Epc.NotGs1 ignored -> Optional.empty();
      case Epc.Unknown ignored -> Optional.empty();
    };
  }

  private static String body(Epc.Gs1 epc) {
    String key = epc.companyPrefix() + "." + Characters.escape(epc.reference());
    return epc.coding().scheme().hasSerial() ? key + "." + Characters.escape(epc.serial()) : key;
  }

  /**
   * Reads either form. A pure identity becomes the 96-bit coding where its serial allows that, else
   * the wide one. Never throws: what cannot be read is {@link Epc.Unknown}.
   *
   * @param filter for a pure identity, which has none
   */
  public static Epc parse(String urn, int filter) {
    try {
      if (urn.length() > LONGEST) {
        return new Epc.Unknown(urn.substring(0, LONGEST), "longer than any EPC URN");
      }
      if (urn.startsWith(IDENTITY)) {
        return parseIdentity(urn, filter);
      }
      if (urn.startsWith(TAG)) {
        return parseTag(urn);
      }
      return new Epc.Unknown(urn, "not an EPC URN");
    } catch (IllegalArgumentException e) {
      return new Epc.Unknown(urn, String.valueOf(e.getMessage()));
    }
  }

  private static Epc parseIdentity(String urn, int filter) {
    String[] nameAndParts = urn.substring(IDENTITY.length()).split(":", 2);
    String[] parts = parts(nameAndParts);
    if (nameAndParts[0].equals("gid") && parts.length == 3) {
      return gid(parts);
    }
    Optional<EpcScheme> scheme = EpcScheme.ofUrnName(nameAndParts[0]);
    if (scheme.isEmpty() || parts.length != (scheme.get().hasSerial() ? 3 : 2)) {
      return new Epc.Unknown(urn, "not a URN of a known scheme");
    }
    return smallest(
        scheme.get(),
        filter,
        parts[0],
        Characters.unescape(parts[1]),
        parts.length == 3 ? Characters.unescape(parts[2]) : "");
  }

  private static Epc parseTag(String urn) {
    String[] nameAndParts = urn.substring(TAG.length()).split(":", 2);
    String[] parts = parts(nameAndParts);
    if (nameAndParts[0].equals(GID_TAG) && parts.length == 3) {
      return gid(parts);
    }
    Optional<EpcCoding> coding = EpcCoding.ofTagName(nameAndParts[0]);
    if (coding.isEmpty()
        || coding.get().isPlus()
        || parts.length != (coding.get().scheme().hasSerial() ? 4 : 3)) {
      return new Epc.Unknown(urn, "not a URN of a known coding");
    }
    Gs1Rules.require(parts[0].matches("[0-7]"), "filter '%s' is not 0 to 7".formatted(parts[0]));
    return new Epc.Gs1(
        coding.get(),
        parts[0].charAt(0) - '0',
        parts[1],
        Characters.unescape(parts[2]),
        parts.length == 4 ? Characters.unescape(parts[3]) : "");
  }

  /**
   * The 96-bit coding if the key can be written in it, else the wide one.
   *
   * @throws IllegalArgumentException when neither can
   */
  static Epc.Gs1 smallest(
      EpcScheme scheme, int filter, String prefix, String reference, String serial) {
    try {
      return new Epc.Gs1(EpcCoding.compact(scheme), filter, prefix, reference, serial);
    } catch (IllegalArgumentException tooSmall) {
      if (EpcCoding.wide(scheme) == EpcCoding.compact(scheme)) {
        throw tooSmall;
      }
      return new Epc.Gs1(EpcCoding.wide(scheme), filter, prefix, reference, serial);
    }
  }

  private static String[] parts(String[] nameAndParts) {
    if (nameAndParts.length < 2) {
      return new String[0];
    }
    // A full stop may also stand inside a serial, which is always the last part.
    String[] all = nameAndParts[1].split("\\.", -1);
    int most = mostParts(nameAndParts[0]);
    if (all.length <= most) {
      return all;
    }
    String[] parts = Arrays.copyOf(all, most);
    parts[most - 1] = String.join(".", Arrays.copyOfRange(all, most - 1, all.length));
    return parts;
  }

  private static int mostParts(String name) {
    Optional<EpcCoding> coding = EpcCoding.ofTagName(name);
    if (coding.isPresent()) {
      return coding.get().scheme().hasSerial() ? 4 : 3;
    }
    return EpcScheme.ofUrnName(name).map(scheme -> scheme.hasSerial() ? 3 : 2).orElse(3);
  }

  private static Epc gid(String[] parts) {
    return new Epc.Gid(plain(parts[0]), plain(parts[1]), plain(parts[2]));
  }

  private static long plain(String digits) {
    Gs1Rules.require(
        !digits.isEmpty()
            && digits.length() <= 18
            && Gs1Rules.isDigits(digits)
            && (digits.length() == 1 || digits.charAt(0) != '0'),
        "'%s' is no number without leading zeros".formatted(digits));
    return Long.parseLong(digits);
  }
}
