package dev.aisle.hmi.app.command;

import dev.aisle.device.gs1.DigitalLink;
import dev.aisle.device.gs1.Gs1Parser;
import dev.aisle.device.gs1.Gs1Result;
import dev.aisle.device.rfid.epc.CompanyPrefixes;
import dev.aisle.device.rfid.epc.Epc;
import dev.aisle.device.rfid.epc.EpcCodec;
import dev.aisle.device.rfid.epc.EpcElements;
import dev.aisle.device.rfid.epc.EpcExplanation;
import dev.aisle.device.rfid.epc.PrefixTable;
import dev.aisle.hmi.app.command.Words.Misused;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code epc decode} and {@code epc encode}: between the bits on a tag, its URNs and what a barcode
 * says.
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
    Words options =
        new Words(words, Set.of("--prefix", "--prefixes", "--filter", "--pc"), Set.of("--plus"));
    if (options.rest().size() != 2) {
      throw new Misused("epc takes decode HEX, or encode with a URN or what a barcode says.");
    }
    String what = options.rest().get(1);
    Epc epc =
        switch (options.rest().getFirst()) {
          case "decode" -> decoded(what, options);
          case "encode" -> encoded(what, options);
          default -> throw new Misused("epc knows: decode, encode.");
        };
    Map<String, Object> line = EpcExplanation.of(epc);
    out.println(json.writeValueAsString(line));
    return line.containsKey("error") ? CommandLine.FAILED : CommandLine.OK;
  }

  private static Epc decoded(String hex, Words options) {
    Optional<String> pc = options.text("--pc");
    if (pc.isEmpty()) {
      return EpcCodec.decode(hex);
    }
    if (!pc.get().matches("[0-9A-Fa-f]{4}")) {
      throw new Misused("--pc takes four hex digits, not '%s'.".formatted(pc.get()));
    }
    return EpcCodec.decode(Integer.parseInt(pc.get(), 16), hex);
  }

  private static Epc encoded(String what, Words options) {
    int filter = options.number("--filter", 0, 7).map(Double::intValue).orElse(USUAL_FILTER);
    EpcElements.Size size =
        options.has("--plus") ? EpcElements.Size.PLUS : EpcElements.Size.SMALLEST;
    if (what.startsWith("urn:")) {
      Epc epc = EpcCodec.parseUrn(what, filter);
      return options.has("--plus") && epc instanceof Epc.Gs1 gs1
          ? EpcElements.toEpc(EpcElements.of(gs1), gs1.filter(), prefixes(options), size)
          : epc;
    }
    Gs1Result read =
        what.startsWith(SSCC)
            ? Gs1Parser.parseReadable("(00)" + what.substring(SSCC.length()))
            : DigitalLink.looksLikeOne(what)
                ? DigitalLink.parse(what)
                : Gs1Parser.parseReadable(what);
    return switch (read) {
      case Gs1Result.Refused(var refusal) -> new Epc.Unknown(what, refusal.text());
      case Gs1Result.Data(var data) ->
          EpcElements.toEpc(data.elements(), filter, prefixes(options), size);
    };
  }

  /** {@code --prefixes 0614141=7,690=9}, else the one length of {@code --prefix}. */
  private static CompanyPrefixes prefixes(Words options) {
    Optional<String> table = options.text("--prefixes");
    if (table.isEmpty()) {
      return CompanyPrefixes.always(
          options.number("--prefix", 6, 12).map(Double::intValue).orElse(USUAL_PREFIX_DIGITS));
    }
    Map<String, Integer> lengths = new HashMap<>();
    for (String entry : table.get().split(",")) {
      String[] parts = entry.split("=", -1);
      if (parts.length != 2 || !parts[1].matches("[0-9]{1,2}")) {
        throw new Misused("--prefixes takes DIGITS=LENGTH,…, not '%s'.".formatted(entry));
      }
      lengths.put(parts[0], Integer.valueOf(parts[1]));
    }
    try {
      return new PrefixTable(lengths);
    } catch (IllegalArgumentException e) {
      throw new Misused("--prefixes: %s.".formatted(e.getMessage()));
    }
  }
}
