package dev.aisle.device.rfid.thingmagic;

import dev.aisle.device.link.DeviceFailure;
import dev.aisle.device.link.TroubleKind;
import dev.aisle.device.rfid.uhf.protocol.Answered;
import dev.aisle.device.rfid.uhf.protocol.Conversation;
import dev.aisle.device.rfid.uhf.protocol.ReaderCapabilities;
import dev.aisle.device.rfid.uhf.protocol.Region;
import dev.aisle.device.rfid.uhf.protocol.UhfSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Brings a module up in the order it needs; every "no" is an {@link IOException} in words. */
final class TmSetup {
  private static final Duration ANSWER = Duration.ofMillis(300);

  /** From the boot loader into the application takes about 650 ms. */
  private static final Duration BOOT = Duration.ofSeconds(2);

  private static final int NO_REGION = 0;
  private static final int LINES = 4;
  private static final double CENTI = 100.0;

  private static final Map<String, String> MODELS =
      Map.of("18", "M6e", "19", "M6e PRC", "20", "M6e Micro", "30", "M6e Nano");

  private final Conversation<TmFrame> with;
  private List<Integer> regions = List.of();

  TmSetup(Conversation<TmFrame> with) {
    this.with = with;
  }

  /** Sends a setting, which may be repeated, and wants it accepted. */
  TmFrame set(TmFrame command) throws IOException, InterruptedException {
    return accepted(with.require(command, TmDialect.isAnswerTo(command), ANSWER));
  }

  static TmFrame accepted(TmFrame response) throws IOException {
    if (response.status() != TmErrors.OK) {
      throw new DeviceFailure(
          TroubleKind.REFUSED,
          "the reader refused %s: %s"
              .formatted(TmCommands.name(response.opcode()), TmErrors.meaning(response.status())));
    }
    return response;
  }

  ReaderCapabilities identify(List<Integer> antennas) throws IOException, InterruptedException {
    TmReply said = TmReply.parse(set(TmCommands.version()));
    if (ask(TmCommands.program()) instanceof TmReply.Program program && program.bootLoader()) {
      boot();
      said = TmReply.parse(set(TmCommands.version()));
    }
    if (!(said instanceof TmReply.Version version)) {
      throw new DeviceFailure(
          TroubleKind.STRANGE_ANSWER,
          "the reader does not tell its version but %s".formatted(said));
    }
    Optional<String> serial =
        ask(TmCommands.serialNumber()) instanceof TmReply.Serial told && !told.text().isEmpty()
            ? Optional.of(told.text())
            : Optional.empty();
    if (ask(TmCommands.regions()) instanceof TmReply.Regions told) {
      regions = told.codes();
    }
    Map<Integer, Boolean> ports =
        ask(TmCommands.detectAntennas()) instanceof TmReply.Antennas told
            ? told.detected()
            : Map.of();
    OptionalInt least = OptionalInt.empty();
    OptionalInt most = OptionalInt.empty();
    if (ask(TmCommands.powerLimits()) instanceof TmReply.PowerLimits limits) {
      least = OptionalInt.of(limits.least());
      most = OptionalInt.of(limits.most());
    }
    int lines =
        ask(TmCommands.getGpio()) instanceof TmReply.Lines told ? told.levels().size() : LINES;
    for (int antenna : antennas) {
      if (antenna < 1 || (!ports.isEmpty() && !ports.containsKey(antenna))) {
        throw new DeviceFailure(
            TroubleKind.BAD_SETTING,
            "there is no antenna %d, only %s".formatted(antenna, ports.keySet()));
      }
    }
    String model = version.hardware().substring(0, 2);
    return new ReaderCapabilities(
        Optional.of(MODELS.getOrDefault(model, "hardware " + model)),
        Optional.of(version.hardware()),
        Optional.of(version.firmware()),
        Optional.of("ThingMagic"),
        serial,
        ports.isEmpty()
            ? antennas.stream().mapToInt(Integer::intValue).max().orElse(1)
            : ports.size(),
        least,
        most,
        TmRegions.regions(regions),
        true,
        true,
        true,
        lines,
        lines);
  }

  /**
   * Answers with a version; some firmware is silent about it and is simply there a second later.
   */
  private void boot() throws IOException, InterruptedException {
    TmFrame boot = TmCommands.boot();
    if (with.ask(boot, TmDialect.isAnswerTo(boot), BOOT)
        instanceof Answered.With<TmFrame>(TmFrame answer)) {
      accepted(answer);
    }
  }

  void configure(List<Integer> antennas, ReaderCapabilities said)
      throws IOException, InterruptedException {
    UhfSettings settings = with.settings();
    region(settings.region());
    set(TmCommands.antenna(antennas.get(0)));
    set(TmCommands.antennas(antennas));
    set(TmCommands.protocol());
    power(settings, said);
    if (settings.session().isPresent()) {
      set(TmCommands.session(settings.session().get()));
    }
    set(TmCommands.readFilter(false));
  }

  private void region(Optional<Region> wanted) throws IOException, InterruptedException {
    if (wanted.isEmpty()) {
      if (ask(TmCommands.getRegion()) instanceof TmReply.Region now && now.code() == NO_REGION) {
        throw new DeviceFailure(
            TroubleKind.BAD_SETTING, "no radio region is set, and the module reads only with one");
      }
      return;
    }
    Optional<Integer> code = TmRegions.code(wanted.get(), regions);
    if (code.isEmpty()) {
      throw new DeviceFailure(
          TroubleKind.BAD_SETTING,
          "this module cannot be set to %s, only to %s"
              .formatted(wanted.get(), TmRegions.regions(regions)));
    }
    set(TmCommands.region(code.get()));
  }

  private void power(UhfSettings settings, ReaderCapabilities said)
      throws IOException, InterruptedException {
    if (settings.powerCentiDbm().isPresent()) {
      int power = settings.powerCentiDbm().getAsInt();
      checkPower(power, said);
      set(TmCommands.readPower(power));
      set(TmCommands.writePower(power));
    }
    Map<Integer, Integer> single = settings.antennaPowerCentiDbm();
    if (!single.isEmpty()) {
      for (int power : single.values()) {
        checkPower(power, said);
      }
      set(TmCommands.antennaPowers(new TreeMap<>(single)));
    }
  }

  private static void checkPower(int centiDbm, ReaderCapabilities said) throws IOException {
    int least = said.leastPowerCentiDbm().orElse(Integer.MIN_VALUE);
    int most = said.mostPowerCentiDbm().orElse(Integer.MAX_VALUE);
    if (centiDbm < least || centiDbm > most) {
      throw new DeviceFailure(
          TroubleKind.BAD_SETTING,
          "power of this module is %s to %s dBm, not %s"
              .formatted(least / CENTI, most / CENTI, centiDbm / CENTI));
    }
  }

  /** What older firmware does not know stays unknown. */
  private TmReply ask(TmFrame question) throws IOException, InterruptedException {
    return with.ask(question, TmDialect.isAnswerTo(question), ANSWER)
            instanceof Answered.With<TmFrame>(TmFrame answer)
        ? TmReply.parse(answer)
        : new TmReply.NoTag();
  }
}
