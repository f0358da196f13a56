package dev.aisle.device.rfid.bb;

import dev.aisle.device.rfid.Hex;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What a module sends: the other side of {@link BbReply}, for a simulated reader and for tests. */
public final class BbAnswers {
  private BbAnswers() {}

  /** A tag was seen; PC and CRC follow from the EPC. */
  public static BbFrame tagSeen(int rssiDbm, String epcHex) {
    byte[] tag = withPc(epcHex);
    int crc = TagCrc.of(tag, 0, tag.length);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(rssiDbm);
    out.writeBytes(tag);
    out.write(crc >> 8);
    out.write(crc);
    return BbFrame.of(BbFrame.Type.NOTICE, BbCommands.INVENTORY, out.toByteArray());
  }

  public static BbFrame noTag() {
    return refused(BbErrors.NO_TAG);
  }

  public static BbFrame refused(int code) {
    return BbFrame.of(BbFrame.Type.RESPONSE, BbCommands.ERROR, (byte) code);
  }

  /** The error and the tag it concerns. */
  public static BbFrame refused(int code, String epcHex) {
    byte[] tag = withPc(epcHex);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(code);
    out.write(tag.length);
    out.writeBytes(tag);
    return BbFrame.of(BbFrame.Type.RESPONSE, BbCommands.ERROR, out.toByteArray());
  }

  public static BbFrame done(int command) {
    return BbFrame.of(BbFrame.Type.RESPONSE, command, (byte) 0);
  }

  public static BbFrame moduleInfo(BbCommands.Info part, String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(part.code());
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    return BbFrame.of(BbFrame.Type.RESPONSE, BbCommands.MODULE_INFO, out.toByteArray());
  }

  public static BbFrame power(int centiDbm) {
    return BbFrame.of(
        BbFrame.Type.RESPONSE, BbCommands.GET_POWER, (byte) (centiDbm >> 8), (byte) centiDbm);
  }

  public static BbFrame region(BbCommands.Region region) {
    return BbFrame.of(BbFrame.Type.RESPONSE, BbCommands.GET_REGION, (byte) region.code());
  }

  public static BbFrame query(int query) {
    return BbFrame.of(
        BbFrame.Type.RESPONSE, BbCommands.GET_QUERY, (byte) (query >> 8), (byte) query);
  }

  /** Write, lock or kill succeeded on this tag. */
  public static BbFrame tagChanged(int command, String epcHex) {
    byte[] tag = withPc(epcHex);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag.length);
    out.writeBytes(tag);
    out.write(0);
    return BbFrame.of(BbFrame.Type.RESPONSE, command, out.toByteArray());
  }

  private static byte[] withPc(String epcHex) {
    byte[] epc = Hex.bytes(epcHex);
    if (epc.length % 2 != 0 || epc.length > 62) {
      throw new IllegalArgumentException("an EPC has whole words, at most 31: " + epcHex);
    }
    byte[] tag = new byte[epc.length + 2];
    tag[0] = (byte) ((epc.length / 2) << 3);
    System.arraycopy(epc, 0, tag, 2, epc.length);
    return tag;
  }
}
