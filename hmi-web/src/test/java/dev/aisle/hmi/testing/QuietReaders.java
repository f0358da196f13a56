package dev.aisle.hmi.testing;

import dev.aisle.hmi.encoding.TagWriters;
import dev.aisle.hmi.live.device.LaidTagsPort;
import java.util.List;
import java.util.Optional;

/** No reader that could write, and no tag before any. */
public class QuietReaders implements TagWriters, LaidTagsPort {

  @Override
  public List<Writer> writers() {
    return List.of();
  }

  @Override
  public Optional<Loan> lend(String reader, int antenna) {
    return Optional.empty();
  }

  @Override
  public List<LaidTag> tags() {
    return List.of();
  }

  @Override
  public boolean lay(Spot spot, int count, Optional<String> epc, int password, boolean leaves) {
    return false;
  }

  @Override
  public boolean carry(String tid, Optional<Spot> spot) {
    return false;
  }

  @Override
  public void clear(String reader) {}
}
