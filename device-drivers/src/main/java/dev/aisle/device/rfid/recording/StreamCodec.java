package dev.aisle.device.rfid.recording;

import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.pass.record.EyeEvent;
import dev.aisle.device.rfid.smoothing.Nanos;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Events to bytes and back; a read that was heard before takes about ten. Times are differences to
 * the event before, texts are written once and then named by number. The state lasts for one file,
 * so writer and reader each begin a new codec with each. See {@code docs/read-points.md}.
 */
final class StreamCodec {
  private static final int READ = 1;
  private static final int EYE = 2;
  private static final int POINT = 3;
  private static final int ADVANCE = 4;
  private static final int EXPECT = 5;
  private static final int EYES_WORK = 6;

  private static final int HAS_RAW = 1;
  private static final int HAS_CENTI_DBM = 2;
  private static final int HAS_DBM = 4;
  private static final int HAS_FREQUENCY = 8;
  private static final int HAS_PHASE = 16;

  private static final int MOST_TEXTS = 50_000;
  private static final double CENTI = 100;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private long lastNanos;

  void write(StreamEvent event, Bytes out) {
    switch (event) {
      case StreamEvent.Read(TagRead read) -> writeRead(read, out);
      case StreamEvent.Eye(EyeEvent eye) -> {
        out.put(EYE);
        time(eye.at(), out);
        text(eye.readPoint(), out);
        out.put((eye.eye() == EyeEvent.Eye.INNER ? 2 : 0) | (eye.blocked() ? 1 : 0));
      }
      case StreamEvent.Point point -> {
        out.put(POINT);
        time(point.at(), out);
        text(point.name(), out);
        out.put(point.value() ? 1 : 0);
      }
      case StreamEvent.Advance(Instant to) -> {
        out.put(ADVANCE);
        time(to, out);
      }
      case StreamEvent.Expect(String readPoint, Optional<Set<String>> epcs) -> {
        out.put(EXPECT);
        text(readPoint, out);
        out.putUnsigned(epcs.map(list -> list.size() + 1).orElse(0));
        epcs.ifPresent(list -> list.forEach(epc -> text(epc, out)));
      }
      case StreamEvent.EyesWork(String readPoint, boolean work) -> {
        out.put(EYES_WORK);
        text(readPoint, out);
        out.put(work ? 1 : 0);
      }
    }
  }

  private void writeRead(TagRead read, Bytes out) {
    double dbm = read.rssiDbm().orElse(Double.NaN);
    boolean centi = Math.rint(dbm * CENTI) / CENTI == dbm;
    out.put(READ);
    time(read.at(), out);
    text(read.reader(), out);
    out.putUnsigned(read.antenna());
    text(read.epcHex(), out);
    out.put(
        (read.rssiRaw().isPresent() ? HAS_RAW : 0)
            | (read.rssiDbm().isEmpty() ? 0 : centi ? HAS_CENTI_DBM : HAS_DBM)
            | (read.frequencyKhz().isPresent() ? HAS_FREQUENCY : 0)
            | (read.phaseDeg().isPresent() ? HAS_PHASE : 0));
    read.rssiRaw().ifPresent(out::putSigned);
    if (read.rssiDbm().isPresent()) {
      out.putSigned(centi ? Math.round(dbm * CENTI) : Double.doubleToRawLongBits(dbm));
    }
    read.frequencyKhz().ifPresent(out::putSigned);
    read.phaseDeg().ifPresent(phase -> out.putSigned(Double.doubleToRawLongBits(phase)));
  }

  private void time(Instant at, Bytes out) {
    long nanos = Nanos.of(at);
    out.putSigned(nanos - lastNanos);
    lastNanos = nanos;
  }

  private void text(String text, Bytes out) {
    Integer known = numbers.get(text);
    if (known != null) {
      out.putUnsigned(known + 1L);
      return;
    }
    out.putUnsigned(0);
    out.putText(text);
    if (numbers.size() < MOST_TEXTS) {
      numbers.put(text, numbers.size());
    }
  }

  /** Throws {@link IllegalArgumentException} when the bytes are no event. */
  StreamEvent read(Bytes in) {
    int kind = in.get();
    return switch (kind) {
      case READ -> readRead(in);
      case EYE -> {
        Instant at = time(in);
        String point = text(in);
        int bits = in.get();
        EyeEvent.Eye eye = (bits & 2) == 0 ? EyeEvent.Eye.OUTER : EyeEvent.Eye.INNER;
        yield new StreamEvent.Eye(new EyeEvent(point, eye, (bits & 1) != 0, at));
      }
      case POINT -> {
        Instant at = time(in);
        yield new StreamEvent.Point(text(in), in.get() != 0, at);
      }
      case ADVANCE -> new StreamEvent.Advance(time(in));
      case EXPECT -> readExpect(in);
      case EYES_WORK -> new StreamEvent.EyesWork(text(in), in.get() != 0);
      default -> throw new IllegalArgumentException("no event of kind %d".formatted(kind));
    };
  }

  private StreamEvent readExpect(Bytes in) {
    String point = text(in);
    long size = in.getUnsigned();
    if (size == 0) {
      return new StreamEvent.Expect(point, Optional.empty());
    }
    Set<String> epcs = new LinkedHashSet<>();
    for (long i = 1; i < size; i++) {
      epcs.add(text(in));
    }
    return new StreamEvent.Expect(point, Optional.of(epcs));
  }

  private StreamEvent readRead(Bytes in) {
    Instant at = time(in);
    String reader = text(in);
    int antenna = (int) in.getUnsigned();
    String epc = text(in);
    int has = in.get();
    OptionalInt raw =
        (has & HAS_RAW) == 0 ? OptionalInt.empty() : OptionalInt.of((int) in.getSigned());
    OptionalDouble dbm = OptionalDouble.empty();
    if ((has & HAS_CENTI_DBM) != 0) {
      dbm = OptionalDouble.of(in.getSigned() / CENTI);
    } else if ((has & HAS_DBM) != 0) {
      dbm = OptionalDouble.of(Double.longBitsToDouble(in.getSigned()));
    }
    OptionalInt frequency =
        (has & HAS_FREQUENCY) == 0 ? OptionalInt.empty() : OptionalInt.of((int) in.getSigned());
    OptionalDouble phase =
        (has & HAS_PHASE) == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(Double.longBitsToDouble(in.getSigned()));
    return new StreamEvent.Read(new TagRead(reader, antenna, epc, raw, dbm, frequency, phase, at));
  }

  private Instant time(Bytes in) {
    lastNanos += in.getSigned();
    return Nanos.instant(lastNanos);
  }

  private String text(Bytes in) {
    long number = in.getUnsigned();
    if (number == 0) {
      String text = in.getText();
      if (texts.size() < MOST_TEXTS) {
        texts.add(text);
      }
      return text;
    }
    if (number > texts.size()) {
      throw new IllegalArgumentException("text %d was never written".formatted(number));
    }
    return texts.get((int) number - 1);
  }
}
