package dev.aisle.device.rfid.bb;

import dev.aisle.device.rfid.uhf.protocol.Decoded;
import dev.aisle.device.serial.Pty;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A reader module on a pseudo-terminal: answers as the vendor's document says. */
final class BbModule implements AutoCloseable {
  final List<BbFrame> commands = new CopyOnWriteArrayList<>();
  final List<String> field = new CopyOnWriteArrayList<>();
  volatile boolean mute;
  volatile boolean inventoryStops;
  volatile boolean refusesPower;
  private final BbFrameCodec codec = new BbFrameCodec();
  private final Pty pty;
  private final Thread thread;
  private volatile boolean running = true;
  private boolean reading;

  BbModule(Path port) throws IOException {
    pty = Pty.at(port);
    thread = new Thread(this::work, "bb-module");
    thread.setDaemon(true);
    thread.start();
  }

  String path() {
    return pty.path();
  }

  void send(byte[] bytes) {
    pty.write(bytes);
  }

  boolean heard(BbFrame command) {
    return commands.contains(command);
  }

  private void work() {
    ByteBuffer buffer = ByteBuffer.allocate(4096);
    while (running) {
      buffer.put(pty.read());
      buffer.flip();
      for (Decoded<BbFrame> decoded : codec.decode(buffer)) {
        if (decoded instanceof Decoded.Frame<BbFrame> frame) {
          commands.add(frame.frame());
          answer(frame.frame());
        }
      }
      buffer.compact();
      if (inventoryStops) {
        reading = false;
      }
      if (reading && !mute) {
        field.forEach(epc -> send(BbAnswers.tagSeen(-60, epc).encode()));
        if (field.isEmpty()) {
          send(BbAnswers.noTag().encode());
        }
      }
    }
  }

  private void answer(BbFrame command) {
    if (mute) {
      return;
    }
    switch (command.command()) {
      case BbCommands.MODULE_INFO ->
          send(
              BbAnswers.moduleInfo(
                      BbCommands.Info.ofCode(command.parameter(0)).orElseThrow(), "M100 V1.0")
                  .encode());
      case BbCommands.MULTI_INVENTORY -> reading = true;
      case BbCommands.STOP -> {
        // Reads that were already in the pipe come before the answer.
        field.forEach(epc -> send(BbAnswers.tagSeen(-60, epc).encode()));
        reading = false;
        send(BbAnswers.done(BbCommands.STOP).encode());
      }
      case BbCommands.SET_POWER ->
          send(
              (refusesPower
                      ? BbAnswers.refused(BbErrors.UNKNOWN_COMMAND)
                      : BbAnswers.done(BbCommands.SET_POWER))
                  .encode());
      default -> send(BbAnswers.done(command.command()).encode());
    }
  }

  @Override
  public void close() throws Exception {
    running = false;
    thread.join();
    pty.close();
  }
}
