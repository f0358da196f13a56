package dev.aisle.hmi.app.command;

import dev.aisle.device.rfid.encoding.EncodingOutcome;
import dev.aisle.device.rfid.encoding.EncodingRequest;
import dev.aisle.device.rfid.encoding.EncodingStation;
import dev.aisle.device.rfid.encoding.Hitch;
import dev.aisle.device.rfid.encoding.UnfinishedWrites;
import dev.aisle.device.rfid.epc.CompanyPrefixes;
import dev.aisle.device.rfid.epc.Epc;
import dev.aisle.device.rfid.epc.EpcCodec;
import dev.aisle.device.rfid.epc.EpcElements;
import dev.aisle.device.rfid.epc.EpcScheme;
import dev.aisle.device.rfid.uhf.UhfReader;
import dev.aisle.hmi.app.CannotStart;
import dev.aisle.hmi.app.command.Words.Misused;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code rfid write}: an EPC into the one tag before a reader. One JSON object tells how it went.
 */
final class RfidWrite {
  private static final Duration READER_COMES_UP = Duration.ofSeconds(8);
  private static final int USUAL_PREFIX_DIGITS = 7;

  private final PrintStream out;
  private final JsonMapper json = JsonMapper.builder().build();

  RfidWrite(PrintStream out) {
    this.out = out;
  }

  int run(List<String> words) {
    Set<String> withValue = new HashSet<>(BenchReader.OPTIONS);
    withValue.addAll(
        List.of(
            "--scheme",
            "--key",
            "--serial",
            "--prefix",
            "--filter",
            "--password",
            "--new-password"));
    Words options = new Words(words, withValue, Set.of("--lock", "--replace"));
    EncodingRequest request = request(options);
    try (UhfReader reader = BenchReader.from(options)) {
      BenchReader.await(reader, READER_COMES_UP);
      EncodingStation station =
          new EncodingStation(reader, RfidWrite::isInUse, UnfinishedWrites.inMemory());
      EncodingOutcome outcome = station.encode(request);
      out.println(json.writeValueAsString(lineOf(outcome)));
      out.flush();
      return outcome instanceof EncodingOutcome.Encoded ? CommandLine.OK : CommandLine.FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("Interrupted; nothing was written.", e);
    }
  }

  /** A tag whose EPC is a key of somebody's is taken; makers' numbers and zeros are not. */
  private static boolean isInUse(String epc) {
    return EpcCodec.decode(epc) instanceof Epc.Keyed;
  }

  private static EncodingRequest request(Words options) {
    try {
      return new EncodingRequest(
          epcHex(options),
          password(options, "--password").orElse(0),
          password(options, "--new-password"),
          options.has("--lock"),
          options.has("--replace"));
    } catch (IllegalArgumentException e) {
      throw new Misused("This cannot be written: %s.".formatted(e.getMessage()));
    }
  }

  private static OptionalInt password(Words options, String name) {
    return options
        .text(name)
        .map(
            hex -> {
              if (!hex.matches("[0-9A-Fa-f]{8}")) {
                throw new Misused("%s takes 8 hex digits.".formatted(name));
              }
              return OptionalInt.of(Integer.parseUnsignedInt(hex, 16));
            })
        .orElse(OptionalInt.empty());
  }

  private static String epcHex(Words options) {
    if (options.text("--scheme").isEmpty()) {
      if (options.rest().size() != 1) {
        throw new Misused("rfid write takes an EPC in hex, a URN, or --scheme with --key.");
      }
      String what = options.rest().getFirst();
      return what.startsWith("urn:") ? hexOf(EpcCodec.parseUrn(what, filter(options))) : what;
    }
    String name = options.text("--scheme").orElseThrow();
    EpcScheme scheme;
    try {
      scheme = EpcScheme.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new Misused("--scheme takes sgtin, sscc, grai and the like, not '%s'.".formatted(name));
    }
    String key = options.text("--key").orElseThrow(() -> new Misused("--scheme needs --key."));
    String serial = options.text("--serial").orElse("");
    Map<String, String> elements = new LinkedHashMap<>();
    boolean together = scheme.hasSerial() && scheme.serialAi().isEmpty();
    elements.put(scheme.ai(), together ? key + serial : key);
    if (!scheme.serialAi().isEmpty() && !serial.isEmpty()) {
      elements.put(scheme.serialAi(), serial);
    }
    int prefix =
        options.number("--prefix", 6, 12).map(Double::intValue).orElse(USUAL_PREFIX_DIGITS);
    return hexOf(
        EpcElements.toEpc(
            elements, filter(options), CompanyPrefixes.always(prefix), EpcElements.Size.SMALLEST));
  }

  private static int filter(Words options) {
    return options.number("--filter", 0, 7).map(Double::intValue).orElse(0);
  }

  private static String hexOf(Epc epc) {
    if (epc instanceof Epc.Unknown unknown) {
      throw new IllegalArgumentException(unknown.why());
    }
    return EpcCodec.encode(epc);
  }

  /** Keys: {@code type}, what is known of the tag, and {@code error} with what to do. */
  private static Map<String, Object> lineOf(EncodingOutcome outcome) {
    Map<String, Object> line = new LinkedHashMap<>();
    switch (outcome) {
      case EncodingOutcome.Encoded done -> {
        line.put("type", "encoded");
        evidence(done.evidence(), line);
        if (!done.remarks().isEmpty()) {
          line.put("remarks", done.remarks().stream().map(Hitch::detail).toList());
        }
      }
      case EncodingOutcome.NotLocked done -> {
        line.put("type", "not-locked");
        evidence(done.evidence(), line);
        line.put("error", "the EPC is written, but not locked: " + done.why().detail());
      }
      case EncodingOutcome.NoTag none -> {
        line.put("type", "no-tag");
        line.put("error", "no tag answers; put one before the reader");
      }
      case EncodingOutcome.SeveralTags several -> {
        line.put("type", "several-tags");
        line.put("epcs", several.epcs());
        line.put("error", "take all tags but one away; nothing was written");
      }
      case EncodingOutcome.Twins twins -> {
        line.put("type", "several-tags");
        line.put("epcs", List.of(twins.epc()));
        line.put("tids", twins.tids());
        line.put("error", "several tags carry this EPC; take all but one away");
      }
      case EncodingOutcome.InUse used -> {
        line.put("type", "in-use");
        tag(used.tid(), used.epc(), line);
        line.put("error", "the tag carries an EPC already; --replace overwrites it");
      }
      case EncodingOutcome.NoSerial bare -> {
        line.put("type", "no-serial");
        tag(bare.tid(), bare.epc(), line);
        line.put("error", "the chip has no serial number and cannot be told from others");
      }
      case EncodingOutcome.Refused no -> {
        line.put("type", "refused");
        tag(no.tid(), no.epc(), line);
        line.put("code", "%02X".formatted(no.code()));
        line.put("error", "%s: %s".formatted(no.step(), no.meaning()));
      }
      case EncodingOutcome.Unfinished half -> {
        line.put("type", "unfinished");
        tag(half.tid(), half.found(), line);
        line.put("before", half.before());
        line.put(
            "error", half.why().detail() + "; put the same tag back and repeat, with --replace");
      }
      case EncodingOutcome.AnotherTag other -> {
        line.put("type", "another-tag");
        tag(other.writtenTid(), other.epc(), line);
        line.put("error", "the EPC is in another tag than the one looked at; check both");
      }
      case EncodingOutcome.ReaderFailed failed -> {
        line.put("type", "reader-failed");
        line.put("error", "%s: %s".formatted(failed.step(), failed.why().detail()));
      }
    }
    return line;
  }

  private static void evidence(EncodingOutcome.Evidence evidence, Map<String, Object> line) {
    tag(evidence.tid(), evidence.epc(), line);
    line.put("before", evidence.before());
    line.put("pc", "%04X".formatted(evidence.pc()));
    line.put("writes", evidence.writes());
    line.put("locked", evidence.locked());
  }

  private static void tag(String tid, String epc, Map<String, Object> line) {
    line.put("epc", epc);
    line.put("tid", tid);
  }
}
