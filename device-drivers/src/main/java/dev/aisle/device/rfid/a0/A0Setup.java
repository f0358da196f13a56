package dev.aisle.device.rfid.a0;

import dev.aisle.device.link.DeviceFailure;
import dev.aisle.device.link.TroubleKind;
import dev.aisle.device.rfid.uhf.protocol.Answered;
import dev.aisle.device.rfid.uhf.protocol.Conversation;
import dev.aisle.device.rfid.uhf.protocol.Region;
import dev.aisle.device.rfid.uhf.protocol.UhfSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings a reader to its settings; every "no" is an {@link IOException} with the reason. */
final class A0Setup {
  private static final int MOST_DBM = 33;
  private static final int CENTI = 100;

  /** Settings go to flash, which takes its time. */
  private static final Duration SETTING = Duration.ofMillis(800);

  private final Conversation<A0Frame> with;
  private final A0Commands commands;

  A0Setup(Conversation<A0Frame> with, A0Commands commands) {
    this.with = with;
    this.commands = commands;
  }

  /** Sends a setting, which may be repeated, and wants it accepted. */
  void set(A0Frame command) throws IOException, InterruptedException {
    A0Reply reply = A0Reply.parse(with.require(command, A0Dialect.isAnswerTo(command), SETTING));
    if (!(reply instanceof A0Reply.Done)) {
      String why =
          reply instanceof A0Reply.Refused refused
              ? A0Errors.meaning(refused.code())
              : reply.toString();
      throw new DeviceFailure(
          TroubleKind.REFUSED,
          "the reader refused %s: %s".formatted(A0Explanation.name(command.command()), why));
    }
  }

  void checkAntennas(List<Integer> antennas, int ports) throws IOException {
    for (int antenna : antennas) {
      if (antenna < 1 || antenna > ports) {
        throw new DeviceFailure(
            TroubleKind.BAD_SETTING,
            "there is no antenna %d, only 1 to %d".formatted(antenna, ports));
      }
    }
  }

  /** The band that the reader uses from now on, where it tells it. */
  Optional<A0Band> region(Optional<Region> wanted) throws IOException, InterruptedException {
    Optional<A0Band> now =
        ask(commands.getRegion()) instanceof A0Reply.Band told
            ? Optional.of(told.band())
            : Optional.empty();
    if (wanted.isEmpty()) {
      return now;
    }
    A0Band band = A0Band.REGIONS.get(wanted.get());
    if (band == null) {
      throw new DeviceFailure(
          TroubleKind.BAD_SETTING,
          "this make cannot be set to %s, only to %s"
              .formatted(wanted.get(), A0Band.regions().stream().sorted().toList()));
    }
    if (!now.equals(Optional.of(band))) {
      set(commands.region(band));
    }
    return Optional.of(band);
  }

  void power(UhfSettings settings) throws IOException, InterruptedException {
    Map<Integer, Integer> single = settings.antennaPowerCentiDbm();
    if (settings.powerCentiDbm().isEmpty() && single.isEmpty()) {
      return;
    }
    checkAntennas(List.copyOf(single.keySet()), A0Commands.SLOTS);
    List<Integer> now =
        ask(commands.getPower()) instanceof A0Reply.Power told ? ofEach(told.dbm()) : List.of();
    if (now.isEmpty() && settings.powerCentiDbm().isEmpty()) {
      throw new DeviceFailure(
          TroubleKind.BAD_SETTING, "the reader does not tell the power of its other antennas");
    }
    List<Integer> wanted = new ArrayList<>();
    for (int antenna = 1; antenna <= A0Commands.SLOTS; antenna++) {
      Integer own = single.get(antenna);
      if (own != null) {
        wanted.add(wholeDbm(own));
      } else if (settings.powerCentiDbm().isPresent()) {
        wanted.add(wholeDbm(settings.powerCentiDbm().getAsInt()));
      } else {
        wanted.add(now.get(antenna - 1));
      }
    }
    if (!wanted.equals(now)) {
      set(Set.copyOf(wanted).size() == 1 ? commands.power(wanted.get(0)) : commands.power(wanted));
    }
  }

  /** Forgets a tag that access was limited to before. */
  void matchAny() throws IOException, InterruptedException {
    ask(commands.matchAny());
  }

  private static List<Integer> ofEach(List<Integer> told) {
    return told.size() == 1 ? Collections.nCopies(A0Commands.SLOTS, told.get(0)) : told;
  }

  private static int wholeDbm(int centiDbm) throws IOException {
    if (centiDbm % CENTI != 0 || centiDbm < 0 || centiDbm > MOST_DBM * CENTI) {
      throw new DeviceFailure(
          TroubleKind.BAD_SETTING,
          "power of this make is 0 to %d whole dBm, not %s"
              .formatted(MOST_DBM, centiDbm / (double) CENTI));
    }
    return centiDbm / CENTI;
  }

  private A0Reply ask(A0Frame question) throws IOException, InterruptedException {
    return with.ask(question, A0Dialect.isAnswerTo(question), SETTING)
            instanceof Answered.With<A0Frame> got
        ? A0Reply.parse(got.frame())
        : new A0Reply.NoTag();
  }
}
