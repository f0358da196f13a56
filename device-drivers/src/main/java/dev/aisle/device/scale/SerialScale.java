package dev.aisle.device.scale;

import dev.aisle.device.link.BackOff;
import dev.aisle.device.link.DeviceFailure;
import dev.aisle.device.link.DeviceHealth;
import dev.aisle.device.link.DeviceLine;
import dev.aisle.device.link.DeviceTrouble;
import dev.aisle.device.link.DeviceWork;
import dev.aisle.device.link.HealthMeter;
import dev.aisle.device.link.TroubleKind;
import dev.aisle.device.scale.ScaleLines.Decoded;
import dev.aisle.device.serial.ByteLink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A scale that writes lines, on a serial port or behind a serial server. */
public final class SerialScale implements Scale {
  private static final int BUFFER = 1024;

  private final String name;
  private final ByteLink link;
  private final ScaleFormat format;
  private final Duration staleAfter;
  private final Clock clock;
  private final HealthMeter health;
  private final DeviceLine line;
  private final List<Consumer<WeightReading>> receivers = new CopyOnWriteArrayList<>();
  private final Settling settling;

  /**
   * @param staleAfter silence after which the weight is unknown; after twice that the line is
   *     opened anew
   */
  public SerialScale(
      String name, ByteLink link, ScaleFormat format, Duration staleAfter, Clock clock) {
    this.name = name;
    this.link = link;
    this.format = format;
    this.staleAfter = staleAfter;
    this.clock = clock;
    this.settling = new Settling(name);
    this.health = new HealthMeter(name, clock);
    this.line = new DeviceLine(name, new Work(), health, BackOff.standard(name.hashCode()));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void open() {
    line.open();
  }

  @Override
  public DeviceHealth health() {
    return health.read();
  }

  @Override
  public Optional<WeightReading> latest() {
    synchronized (settling) {
      Instant oldest = clock.instant().minus(staleAfter);
      return settling.latest().filter(reading -> !reading.at().isBefore(oldest));
    }
  }

  @Override
  public void onStable(Consumer<WeightReading> receiver) {
    receivers.add(receiver);
  }

  @Override
  public void close() {
    line.close();
    link.close();
  }

  private final class Work implements DeviceWork {
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private Instant lastHeard = Instant.EPOCH;

    @Override
    public void open() throws IOException, InterruptedException {
      link.open();
      buffer.clear();
      if (format.wake().isPresent()) {
        link.write(format.wake().get().getBytes(StandardCharsets.US_ASCII));
      }
      lastHeard = clock.instant();
      while (read() == 0) {
        requireLife();
      }
    }

    @Override
    public void round() throws IOException, InterruptedException {
      if (read() == 0) {
        requireLife();
      }
    }

    private void requireLife() throws IOException {
      if (lastHeard.plus(staleAfter.multipliedBy(2)).isBefore(clock.instant())) {
        throw new DeviceFailure(
            TroubleKind.NO_ANSWER,
            "no weight for %d ms; check the cable, the speed and that the scale sends by itself"
                .formatted(staleAfter.multipliedBy(2).toMillis()));
      }
    }

    /** Telegrams that were understood. */
    private int read() throws IOException, InterruptedException {
      link.read(buffer);
      buffer.flip();
      int understood = 0;
      for (Decoded decoded : ScaleLines.decode(buffer, format)) {
        switch (decoded) {
          case Decoded.Said(ScaleSays what) -> {
            understood++;
            hear(what);
          }
          case Decoded.Noise(int bytes) -> health.noise(bytes);
        }
      }
      buffer.compact();
      return understood;
    }

    private void hear(ScaleSays what) {
      lastHeard = clock.instant();
      health.exchanged();
      Optional<WeightReading> rested;
      synchronized (settling) {
        rested = settling.take(what, lastHeard);
      }
      switch (what) {
        case ScaleSays.Weight weight -> health.checked();
        case ScaleSays.Overload over ->
            complain(
                TroubleKind.OVERLOAD,
                "overload: take the load off, it is heavier than the scale can carry");
        case ScaleSays.Underload under ->
            complain(
                TroubleKind.BELOW_ZERO,
                "below zero: put the pan on, clear the scale and set it to zero");
        case ScaleSays.NotNow(String why) -> complain(TroubleKind.NO_WEIGHT, why);
      }
      rested.ifPresent(reading -> receivers.forEach(receiver -> receiver.accept(reading)));
    }

    private void complain(TroubleKind kind, String detail) {
      health.check(DeviceTrouble.of(kind, detail));
    }

    @Override
    public void close() {
      link.close();
      synchronized (settling) {
        settling.forget();
      }
    }
  }
}
