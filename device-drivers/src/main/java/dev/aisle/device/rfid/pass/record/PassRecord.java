package dev.aisle.device.rfid.pass.record;

import dev.aisle.device.rfid.readpoint.PassRules;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Everything that was known when it was decided whether a tag counts: enough to explain the
 * decision later, and to judge the rules by.
 *
 * @param number rises over all read points of the program, from 1
 * @param strengthDbm the dBm that three reads reached, or as many as there were; empty where the
 *     reader gives no dBm
 * @param raw the first and the latest reads, sixteen at most
 * @param eyes breaks around the visit
 * @param passage the passage of the eyes it was counted for
 * @param rules as they were in force
 */
public record PassRecord(
    long number,
    String readPoint,
    String epcHex,
    Instant first,
    Instant last,
    int count,
    OptionalDouble peakDbm,
    OptionalDouble strengthDbm,
    List<AntennaEvidence> antennas,
    List<RawRead> raw,
    List<EyeEvent> eyes,
    Optional<Passage> passage,
    List<NeighbourEvidence> neighbours,
    PassRules rules,
    Verdict verdict,
    Instant decidedAt) {

  public PassRecord {
    antennas = List.copyOf(antennas);
    raw = List.copyOf(raw);
    eyes = List.copyOf(eyes);
    neighbours = List.copyOf(neighbours);
  }
}
