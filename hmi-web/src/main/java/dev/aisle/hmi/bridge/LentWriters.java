package dev.aisle.hmi.bridge;

import dev.aisle.device.link.DeviceTrouble;
import dev.aisle.device.rfid.uhf.TagField;
import dev.aisle.hmi.bridge.device.LentReader;
import dev.aisle.hmi.bridge.device.running.WritingReader;
import dev.aisle.hmi.bridge.device.telegram.Secrets;
import dev.aisle.hmi.encoding.TagWriters;
import dev.aisle.hmi.live.event.LiveChanges;
import dev.aisle.hmi.live.event.LiveTopic;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Readers of the floor, lent out to those who write tags. */
@Component
final class LentWriters implements TagWriters {
  private final Bridge bridge;
  private final LiveChanges screens;

  LentWriters(Bridge bridge, LiveChanges screens) {
    this.bridge = bridge;
    this.screens = screens;
  }

  @Override
  public List<Writer> writers() {
    return bridge.running().stream()
        .flatMap(devices -> devices.writing().stream())
        .map(LentWriters::writer)
        .toList();
  }

  private static Writer writer(WritingReader reader) {
    return new Writer(
        reader.name(),
        reader.driver(),
        reader.antennas(),
        reader.readPoints(),
        reader.connected(),
        reader.heard().stream()
            .map(tag -> new HeardTag(tag.epcHex(), tag.antenna(), tag.rssiDbm()))
            .toList());
  }

  @Override
  public Optional<Loan> lend(String reader, int antenna) {
    Optional<Loan> loan =
        bridge.running().flatMap(devices -> devices.lend(reader, antenna)).map(this::loan);
    screens.changed(LiveTopic.DEVICES);
    return loan;
  }

  private Loan loan(LentReader lent) {
    return new Loan() {
      @Override
      public TagField field() {
        return lent.field();
      }

      @Override
      public boolean isReady() {
        return lent.isReady();
      }

      @Override
      public Optional<DeviceTrouble> trouble() {
        return lent.trouble();
      }

      @Override
      public void hide(int... passwords) {
        lent.hide(Secrets.of(passwords));
      }

      @Override
      public void close() {
        lent.close();
        screens.changed(LiveTopic.DEVICES);
      }
    };
  }
}
