package dev.aisle.device.rfid.pass;

import dev.aisle.device.rfid.pass.Visit.Tally;
import dev.aisle.device.rfid.pass.record.AntennaEvidence;
import dev.aisle.device.rfid.pass.record.NeighbourEvidence;
import dev.aisle.device.rfid.pass.record.PassRecord;
import dev.aisle.device.rfid.pass.record.TagPass;
import dev.aisle.device.rfid.pass.record.Verdict;
import dev.aisle.device.rfid.smoothing.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes down what a verdict rests on. */
final class PassWriter {
  /** Eye breaks so long before and after a visit are evidence of it. */
  private static final long AROUND = 10_000_000_000L;

  private PassWriter() {}

  public static PassRecord record(
      Visit visit, List<Visit> elsewhere, Verdict verdict, long decidedAt) {
    PointState point = visit.point;
    RawReads raw = visit.raw();
    return new PassRecord(
        visit.number,
        point.point.id(),
        visit.epcHex(),
        Nanos.instant(visit.first()),
        Nanos.instant(visit.last()),
        visit.count(),
        dbm(visit.peak()),
        dbm(visit.strength()),
        antennas(visit),
        raw == null ? List.of() : raw.list(point.antennas),
        point.eyeRules == null
            ? List.of()
            : point.eyes.events(visit.first() - AROUND, visit.last() + AROUND),
        Optional.ofNullable(visit.passage),
        elsewhere.stream()
            .map(
                other ->
                    new NeighbourEvidence(
                        other.point.point.id(), other.count(), dbm(other.strength())))
            .toList(),
        point.rules,
        verdict,
        Nanos.instant(decidedAt));
  }

  public static TagPass told(Visit visit, Verdict verdict) {
    return new TagPass(
        visit.number,
        visit.point.point.id(),
        visit.epcHex(),
        Nanos.instant(visit.first()),
        Nanos.instant(visit.last()),
        visit.count(),
        dbm(visit.peak()),
        verdict.direction(),
        verdict.reasons().getLast());
  }

  private static List<AntennaEvidence> antennas(Visit visit) {
    List<AntennaEvidence> heard = new ArrayList<>();
    for (int i = 0; i < visit.point.antennas.size(); i++) {
      Tally tally = visit.tally(i);
      if (tally != null) {
        heard.add(
            new AntennaEvidence(
                visit.point.antennas.get(i),
                visit.point.lines[i],
                tally.count,
                Nanos.instant(tally.first),
                Nanos.instant(tally.last),
                dbm(tally.peak),
                Nanos.instant(tally.peakAt)));
      }
    }
    return heard;
  }

  private static OptionalDouble dbm(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
