package dev.aisle.hmi.app.command;

import dev.aisle.device.rfid.epc.Epc;
import dev.aisle.device.rfid.epc.EpcCodec;
import dev.aisle.device.rfid.epc.EpcExplanation;
import dev.aisle.device.rfid.epc.Sscc96;
import dev.aisle.hmi.app.command.Words.Misused;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code epc decode} and {@code epc encode}: between the bits on a tag, its URN and its GS1 key.
 */
final class EpcCommand {
  private static final String SSCC = "sscc:";
  private static final int USUAL_PREFIX_DIGITS = 7;
  private static final int USUAL_FILTER = 0;

  private final PrintStream out;
  private final JsonMapper json = JsonMapper.builder().build();

  EpcCommand(PrintStream out) {
    this.out = out;
  }

  int run(List<String> words) {
    Words options = new Words(words, Set.of("--prefix", "--filter"), Set.of());
    if (options.rest().size() != 2) {
      throw new Misused("epc takes decode HEX, or encode with a URN or sscc:DIGITS.");
    }
    String what = options.rest().get(1);
    int filter = options.number("--filter", 0, 7).map(Double::intValue).orElse(USUAL_FILTER);
    int prefix =
        options.number("--prefix", 6, 12).map(Double::intValue).orElse(USUAL_PREFIX_DIGITS);
    Epc epc =
        switch (options.rest().getFirst()) {
          case "decode" -> EpcCodec.decode(what);
          case "encode" -> encoded(what, prefix, filter);
          default -> throw new Misused("epc knows: decode, encode.");
        };
    Map<String, Object> line = EpcExplanation.of(epc);
    out.println(json.writeValueAsString(line));
    return line.containsKey("error") ? CommandLine.FAILED : CommandLine.OK;
  }

  private static Epc encoded(String what, int prefix, int filter) {
    if (!what.startsWith(SSCC)) {
      return EpcCodec.parseUrn(what, filter);
    }
    try {
      return EpcCodec.decode(Sscc96.encode(what.substring(SSCC.length()), prefix, filter));
    } catch (IllegalArgumentException e) {
      return new Epc.Unknown(what, String.valueOf(e.getMessage()));
    }
  }
}
