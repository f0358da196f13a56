package dev.aisle.device.rfid.epc;

import java.math.BigInteger;

/** Header, filter, partition, company prefix, reference, serial (Tag Data Standard, 14.6). */
final class ClassicCodec {
  private ClassicCodec() {}

  /**
   * @param in stands after the header
   * @throws IllegalArgumentException when the contents break a rule
   */
  static Epc.Gs1 decode(EpcCoding coding, BitField.In in) {
    EpcScheme scheme = coding.scheme();
    int filter = (int) in.take(3);
    int partition = (int) in.take(3);
    Gs1Rules.require(partition <= Partition.HIGHEST, "partition 7 is not defined");
    int prefixDigits = Partition.prefixDigits(partition);
    String prefix = padded(in.takeLarge(Partition.prefixBits(partition)), prefixDigits);
    Gs1Rules.require(
        prefix.length() == prefixDigits,
        "company prefix %s is too long for its partition".formatted(prefix));
    int bits = Partition.referenceBits(coding, partition);
    String reference;
    if (scheme.hasFixedReference()) {
      reference = padded(in.takeLarge(bits), scheme.referenceDigits(prefixDigits));
    } else if (coding.inCharacters()) {
      reference = Characters.take(bits, in);
    } else {
      reference = in.takeLarge(bits).toString();
    }
    String serial = "";
    if (scheme.hasSerial()) {
      serial =
          coding.inCharacters()
              ? Characters.take(coding.serialBits(), in)
              : Long.toString(in.take(coding.serialBits()));
    }
    return new Epc.Gs1(coding, filter, prefix, reference, serial);
  }

  static String encode(Epc.Gs1 epc) {
    EpcCoding coding = epc.coding();
    int partition = Partition.of(epc.companyPrefix());
    int referenceBits = Partition.referenceBits(coding, partition);
    BitField.Out out =
        new BitField.Out()
            .put(coding.header(), 8)
            .put(epc.filter(), 3)
            .put(partition, 3)
            .put(number(epc.companyPrefix()), Partition.prefixBits(partition));
    if (coding.scheme().hasFixedReference() || !coding.inCharacters()) {
      out.put(number(epc.reference()), referenceBits);
    } else {
      Characters.put(epc.reference(), referenceBits, out);
    }
    if (coding.scheme().hasSerial()) {
      if (coding.inCharacters()) {
        Characters.put(epc.serial(), coding.serialBits(), out);
      } else {
        out.put(number(epc.serial()), coding.serialBits());
      }
    }
    return out.padTo(coding.bits()).hex();
  }

  private static String padded(BigInteger value, int digits) {
    if (digits == 0 && value.signum() == 0) {
      return "";
    }
    String plain = value.toString();
    return "0".repeat(Math.max(0, digits - plain.length())) + plain;
  }

  private static BigInteger number(String digits) {
    return digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits);
  }
}
