package dev.aisle.hmi.bridge.device;

import dev.aisle.device.link.DeviceTrouble;
import dev.aisle.device.link.LinkState;
import dev.aisle.device.link.Ne107;
import dev.aisle.device.rfid.uhf.TagField;
import dev.aisle.hmi.bridge.device.running.RunningReader;
import dev.aisle.hmi.bridge.device.telegram.Secrets;
import java.util.Optional;

/** A reader in the hands of one who works on tags. Giving it back twice changes nothing. */
public final class LentReader implements AutoCloseable {
  private final RunningReader reader;
  private final Runnable giveBack;

  LentReader(RunningReader reader, Runnable giveBack) {
    this.reader = reader;
    this.giveBack = giveBack;
  }

  public TagField field() {
    return reader.field().orElseThrow();
  }

  /** True when it can be worked with. */
  public boolean isReady() {
    return reader.health().link() == LinkState.UP && reader.health().signal() != Ne107.FAILURE;
  }

  /** What is wrong with it; empty when nothing is. */
  public Optional<DeviceTrouble> trouble() {
    return reader.health().why();
  }

  /** Passwords that nobody may see who watches its telegrams. */
  public void hide(Secrets secrets) {
    reader.telegrams().hide(secrets);
  }

  @Override
  public void close() {
    giveBack.run();
  }
}
