package dev.aisle.hmi.bridge;

import dev.aisle.device.rfid.pass.record.AntennaEvidence;
import dev.aisle.device.rfid.pass.record.PassExplanation;
import dev.aisle.device.rfid.pass.record.PassRecord;
import dev.aisle.device.rfid.pass.record.Reason;
import dev.aisle.device.rfid.pass.record.ReasonKind;
import dev.aisle.device.rfid.pass.record.RecentPasses;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.live.device.PassPort;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was decided at the read points, in the words of the screens. */
@Component
final class PassScreens implements PassPort {
  private final Bridge bridge;

  PassScreens(Bridge bridge) {
    this.bridge = bridge;
  }

  @Override
  public List<ReadPointView> readPoints() {
    Site site = bridge.site();
    return site.readPoints().stream().map(point -> view(site, point)).toList();
  }

  private ReadPointView view(Site site, Site.ReadPoint point) {
    List<PassRecord> kept = kept(point.id());
    int counted = (int) kept.stream().filter(pass -> pass.verdict().counted()).count();
    return new ReadPointView(
        point.id(),
        point.location(),
        point.step(),
        word(point.rules().smoothing().preset()),
        site.feeds(point.id()).stream()
            .map(feed -> new AntennaOf(feed.device(), feed.antenna(), word(feed.side())))
            .toList(),
        point.eyes().map(Site.Eyes::outer).orElse(null),
        point.eyes().map(Site.Eyes::inner).orElse(null),
        point.rules().neighbours(),
        counted,
        kept.size() - counted,
        kept.isEmpty() ? null : kept.getFirst().last(),
        point.eyes().isEmpty()
            ? null
            : bridge.readPoints().map(watch -> watch.eyesWork(point.id())).orElse(null),
        bridge
            .readPoints()
            .flatMap(watch -> watch.expectedAt(point.id()))
            .map(Set::size)
            .orElse(null));
  }

  private static @Nullable Boolean expected(PassRecord pass) {
    if (pass.verdict().has(ReasonKind.EXPECTED)) {
      return true;
    }
    boolean unnamed =
        pass.verdict().has(ReasonKind.NOT_EXPECTED) || pass.verdict().has(ReasonKind.NOT_ANNOUNCED);
    return unnamed ? false : null;
  }

  private List<PassRecord> kept(String readPoint) {
    return bridge.passes().map(passes -> passes.newestFirst(readPoint)).orElse(List.of());
  }

  @Override
  public List<PassRow> passes(String readPoint) {
    return kept(readPoint).stream().map(PassScreens::row).toList();
  }

  private static PassRow row(PassRecord pass) {
    List<Reason> decisive = PassExplanation.of(pass).decisive();
    return new PassRow(
        pass.number(),
        pass.readPoint(),
        pass.epcHex(),
        pass.first(),
        pass.last(),
        pass.count(),
        number(pass.peakDbm()),
        PassDirection.valueOf(pass.verdict().direction().name()),
        pass.verdict().counted(),
        decisive.isEmpty() ? "" : word(decisive.getFirst().kind()),
        expected(pass));
  }

  @Override
  public Optional<PassView> pass(long number) {
    return bridge.passes().flatMap(passes -> passes.find(number)).map(PassScreens::view);
  }

  private static PassView view(PassRecord pass) {
    return new PassView(
        row(pass),
        pass.verdict().reasons().stream().map(PassScreens::reason).toList(),
        pass.antennas().stream().map(PassScreens::antenna).toList(),
        pass.raw().stream()
            .map(
                raw ->
                    new PassRead(
                        raw.antenna().reader(),
                        raw.antenna().antenna(),
                        raw.at(),
                        number(raw.rssiDbm())))
            .toList(),
        pass.eyes().stream()
            .map(eye -> new PassEye(word(eye.eye()), eye.blocked(), eye.at()))
            .toList(),
        pass.neighbours().stream()
            .map(n -> new PassNeighbour(n.readPoint(), n.count(), number(n.strengthDbm())))
            .toList(),
        pass.decidedAt());
  }

  private static PassAntenna antenna(AntennaEvidence evidence) {
    return new PassAntenna(
        evidence.antenna().reader(),
        evidence.antenna().antenna(),
        word(evidence.line()),
        evidence.count(),
        evidence.first(),
        evidence.last(),
        number(evidence.peakDbm()));
  }

  private static PassReason reason(Reason reason) {
    return new PassReason(word(reason.kind()), reason.kind().against(), reason.values());
  }

  @Override
  public Optional<Why> why(String readPoint, String epc) {
    Optional<RecentPasses> passes = bridge.passes();
    boolean known = bridge.site().readPoints().stream().anyMatch(p -> p.id().equals(readPoint));
    if (passes.isEmpty() || !known) {
      return Optional.empty();
    }
    PassExplanation explained = passes.get().explain(readPoint, epc);
    return Optional.of(
        new Why(
            readPoint,
            epc,
            explained.counted(),
            explained.decisive().stream().map(PassScreens::reason).toList(),
            passes.get().latest(readPoint, epc).map(PassRecord::number).orElse(null)));
  }

  private static @Nullable Double number(OptionalDouble value) {
    return value.isPresent() ? Math.round(value.getAsDouble() * 10) / 10.0 : null;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
