package dev.aisle.device.rfid.uhf;

import dev.aisle.device.link.DeviceFailure;
import dev.aisle.device.link.DeviceTrouble;
import dev.aisle.device.link.HealthMeter;
import dev.aisle.device.link.TroubleKind;
import dev.aisle.device.rfid.uhf.protocol.Answered;
import dev.aisle.device.rfid.uhf.protocol.Conversation;
import dev.aisle.device.rfid.uhf.protocol.Decoded;
import dev.aisle.device.rfid.uhf.protocol.FrameCodec;
import dev.aisle.device.rfid.uhf.protocol.Heard;
import dev.aisle.device.rfid.uhf.protocol.TagSeen;
import dev.aisle.device.rfid.uhf.protocol.UhfDialect;
import dev.aisle.device.rfid.uhf.protocol.UhfSettings;
import dev.aisle.device.serial.ByteLink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open line to one reader: takes frames out of the bytes and gives each to whom it concerns.
 */
final class UhfTalk<F> implements Conversation<F> {
  private static final Logger LOG = LoggerFactory.getLogger(UhfTalk.class);
  private static final int TRIES = 3;
  private static final int LEAST_BUFFER = 2048;

  /** At 9600 baud the longest frame takes 270 ms, but its bytes come without a pause. */
  private static final Duration STALE = Duration.ofMillis(150);

  /** What a link waits at most for the first byte. */
  private static final Duration LOOK = Duration.ofMillis(50);

  private final String reader;
  private final ByteLink link;
  private final UhfDialect<F> dialect;
  private final FrameCodec<F> codec;
  private final UhfSettings settings;
  private final HealthMeter health;
  private final Telegrams<F> telegrams;
  private final Consumer<TagSeen> reads;
  private final ByteBuffer buffer;
  private @Nullable Waiting<F> waiting;
  private boolean reading;
  private long lastByteNanos;
  private long lastFrameNanos;
  private long looks;

  UhfTalk(
      String reader,
      ByteLink link,
      UhfDialect<F> dialect,
      UhfSettings settings,
      HealthMeter health,
      Telegrams<F> telegrams,
      Consumer<TagSeen> reads) {
    this.reader = reader;
    this.link = link;
    this.dialect = dialect;
    this.codec = dialect.codec();
    this.settings = settings;
    this.health = health;
    this.telegrams = telegrams;
    this.reads = reads;
    this.buffer = ByteBuffer.allocate(Math.max(LEAST_BUFFER, 2 * codec.longestFrame()));
  }

  /** Forgets what came over an earlier line. */
  public void fresh() {
    buffer.clear();
    waiting = null;
    reading = false;
    lastByteNanos = System.nanoTime();
    lastFrameNanos = lastByteNanos;
  }

  /** While inventory runs a refusal is its own, and not the answer to a question. */
  public void reading(boolean now) {
    reading = now;
  }

  public boolean reading() {
    return reading;
  }

  /** How often the line was looked at. */
  public long looks() {
    return looks;
  }

  /** Takes in what is there, without waiting. */
  void takeIn() throws IOException, InterruptedException {
    pump(Duration.ZERO);
  }

  @Override
  public void send(F frame) throws IOException {
    byte[] bytes = codec.encode(frame);
    link.write(bytes);
    telegrams.sent(frame, bytes);
  }

  @Override
  public Answered<F> ask(F frame, Predicate<F> wanted, Duration atMost)
      throws IOException, InterruptedException {
    takeIn(); // what is late for an earlier question must not answer this one
    Waiting<F> question = new Waiting<>(wanted, false);
    send(frame);
    await(question, atMost);
    Answered<F> got = question.got;
    if (got == null) {
      health.error();
      return new Answered.Silent<>();
    }
    return got;
  }

  @Override
  public F require(F frame, Predicate<F> wanted, Duration atMost)
      throws IOException, InterruptedException {
    for (int i = 0; i < TRIES; i++) {
      switch (ask(frame, wanted, atMost)) {
        case Answered.With<F>(F answer) -> {
          return answer;
        }
        case Answered.Refused<F>(Heard.Refused why) ->
            throw new DeviceFailure(
                TroubleKind.REFUSED,
                Map.of("command", nameOf(frame), "code", "%02X".formatted(why.code())),
                "%s refused %s: %s".formatted(link.address(), nameOf(frame), why.meaning()));
        case Answered.Silent<F> silent -> LOG.debug("{} is silent ({})", reader, frame);
      }
    }
    throw new DeviceFailure(
        TroubleKind.NO_ANSWER,
        Map.of("address", link.address()),
        "no reader answers at %s (%s)".formatted(link.address(), nameOf(frame)));
  }

  @Override
  public List<TagSeen> collect(F frame, Predicate<F> end, Duration atMost)
      throws IOException, InterruptedException {
    Waiting<F> question = new Waiting<>(end, true);
    send(frame);
    await(question, atMost);
    return question.tags;
  }

  @Override
  public void listen(Duration length) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Duration left = length;
    do {
      pump(left.compareTo(LOOK) < 0 ? left : LOOK);
      left = length.minusNanos(System.nanoTime() - start);
    } while (left.isPositive());
  }

  @Override
  public UhfSettings settings() {
    return settings;
  }

  @Override
  public Duration quiet() {
    return since(lastFrameNanos);
  }

  private String nameOf(F frame) {
    Object command = dialect.explain(frame).get("command");
    return command == null ? frame.toString() : "command " + command;
  }

  private void await(Waiting<F> question, Duration atMost)
      throws IOException, InterruptedException {
    waiting = question;
    try {
      long start = System.nanoTime();
      Duration left = atMost;
      while (question.got == null && left.isPositive()) {
        pump(left.compareTo(LOOK) < 0 ? left : LOOK);
        left = atMost.minusNanos(System.nanoTime() - start);
      }
    } finally {
      waiting = null;
    }
  }

  private void pump(Duration wait) throws IOException, InterruptedException {
    looks++;
    int count = link.read(buffer, wait);
    if (count > 0) {
      lastByteNanos = System.nanoTime();
    } else if (buffer.position() == 0) {
      return;
    }
    buffer.flip();
    boolean stale = count == 0 && since(lastByteNanos).compareTo(STALE) > 0;
    List<Decoded<F>> decoded = stale ? codec.giveUp(buffer) : codec.decode(buffer);
    buffer.compact();
    int noise = 0;
    for (Decoded<F> one : decoded) {
      switch (one) {
        case Decoded.Frame<F>(F frame) -> {
          telegrams.endOfNoise();
          take(frame);
        }
        case Decoded.Noise<F>(byte skipped) -> {
          noise++;
          telegrams.skipped(skipped);
        }
      }
    }
    telegrams.endOfNoise();
    if (noise > 0) {
      health.noise(noise);
    }
  }

  private void take(F frame) {
    telegrams.heard(frame);
    Heard heard = dialect.heard(frame);
    if (heard instanceof Heard.Garbled garbled) {
      health.error();
      LOG.debug("{}: {} ({})", reader, garbled.why(), frame);
      return;
    }
    lastFrameNanos = System.nanoTime();
    health.exchanged();
    Waiting<F> question = waiting != null && waiting.got == null ? waiting : null;
    switch (heard) {
      case Heard.Tags tags -> {
        health.checked();
        if (question != null && question.collects) {
          question.tags.addAll(tags.tags());
        } else {
          health.reads(tags.tags().size());
          tags.tags().forEach(reads);
        }
      }
      case Heard.NoTag noTag -> health.checked();
      case Heard.Refused refused -> judge(refused);
      default -> {
        // An answer to a command; whoever waits for it takes it below.
      }
    }
    if (question != null) {
      offer(question, frame, heard);
    }
  }

  private void offer(Waiting<F> question, F frame, Heard heard) {
    if (question.wanted.test(frame)) {
      question.got = new Answered.With<>(frame);
    } else if (heard instanceof Heard.Refused refused && (question.collects || !reading)) {
      question.got = new Answered.Refused<>(refused);
    } else if (heard instanceof Heard.NoTag && question.collects) {
      question.got = new Answered.With<>(frame);
    }
  }

  private void judge(Heard.Refused refused) {
    switch (refused.concern()) {
      case TAG, LOCKED, WEAK -> LOG.debug("{}: {}", reader, refused.meaning());
      case COMMAND -> health.error();
      case ANTENNA -> {
        health.error();
        health.check(told(TroubleKind.ANTENNA, refused));
      }
      case LIMITS -> {
        health.error();
        health.outOfSpec(told(TroubleKind.OUT_OF_LIMITS, refused));
      }
      case READER -> {
        health.error();
        health.failing(told(TroubleKind.FAILED, refused));
      }
    }
  }

  private static DeviceTrouble told(TroubleKind kind, Heard.Refused refused) {
    return new DeviceTrouble(
        kind, Map.of("code", "%02X".formatted(refused.code())), refused.meaning());
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  /** A place for the one answer that is waited for. */
  private static final class Waiting<F> {
    private final Predicate<F> wanted;
    private final boolean collects;
    private final List<TagSeen> tags = new ArrayList<>();
    private @Nullable Answered<F> got;

    Waiting(Predicate<F> wanted, boolean collects) {
      this.wanted = wanted;
      this.collects = collects;
    }
  }
}
