package dev.aisle.sim.bench.fuzz;

import dev.aisle.device.gs1.DigitalLink;
import dev.aisle.device.gs1.Gs1Parser;
import dev.aisle.device.gs1.Gs1Result;
import dev.aisle.device.rfid.epc.Epc;
import dev.aisle.device.rfid.epc.EpcCodec;
import dev.aisle.device.rfid.epc.EpcUrn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Damaged URNs of EPCs, Digital Links and GS1 element strings, each given to every reader of text.
 * None may throw, and what was understood must be understood alike when it is written again.
 */
final class EpcTextFuzz implements FuzzTarget {
  /**
   * Examples of the Tag Data Standard, the Digital Link standard and the General Specifications.
   */
  private static final List<String> TEXTS =
      List.of(
          "urn:epc:id:sgtin:0614141.812345.6789",
          "urn:epc:id:sscc:0614141.1234567890",
          "urn:epc:id:sgln:9521141.12345.32a%2Fb",
          "urn:epc:id:grai:0614141.12345.5678",
          "urn:epc:id:giai:9521141.32a%2Fb",
          "urn:epc:id:gsrn:0614141.1234567890",
          "urn:epc:id:gdti:9521141.98765.ABCDefgh012345678",
          "urn:epc:id:gid:31415.271828.1414",
          "urn:epc:tag:sgtin-96:3.0614141.812345.6789",
          "urn:epc:tag:sscc-96:0.952012.03456789123",
          "https://id.gs1.org/01/09521141000006/10/ABC/21/456?17=281231",
          "https://example.com/some/00/106141412345678908?linkType=all",
          "0106141411234561728123110ABC\u001d21456",
          "(01)09521141000006(10)ABC");

  private final Damage texts =
      new Damage(TEXTS.stream().map(text -> text.getBytes(StandardCharsets.ISO_8859_1)).toList());
  private final byte[] buffer = new byte[1024];

  @Override
  public boolean one(SplittableRandom random) {
    return check(texts.damaged(buffer, random), random);
  }

  @Override
  public boolean given(byte[] input, SplittableRandom choices) {
    System.arraycopy(input, 0, buffer, 0, input.length);
    return check(input.length, choices);
  }

  @Override
  public List<byte[]> samples() {
    return texts.samples();
  }

  private boolean check(int length, SplittableRandom random) {
    String text = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
    try {
      urn(text, random.nextInt(8));
      if (DigitalLink.looksLikeOne(text)
          && DigitalLink.parse(text) instanceof Gs1Result.Data(var data)) {
        DigitalLink.write(data);
      }
      Gs1Parser.parse(text);
      Gs1Parser.parseReadable(text);
      return false;
    } catch (RuntimeException e) {
      throw Damage.broken(e, buffer, length);
    }
  }

  private static void urn(String text, int filter) {
    Epc epc = EpcUrn.parse(text, filter);
    Optional<String> tag = EpcUrn.tag(epc);
    if (tag.isPresent() && !EpcUrn.parse(tag.get(), filter).equals(epc)) {
      throw new IllegalStateException("not the same when written again: " + tag.get());
    }
    if (epc instanceof Epc.Gs1 gs1) {
      Epc again = EpcCodec.decode(EpcCodec.encode(gs1));
      if (!again.equals(epc)) {
        throw new IllegalStateException("not the same in a tag: " + again);
      }
    }
  }
}
