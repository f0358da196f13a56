package dev.aisle.hmi.app.command;

import dev.aisle.device.rfid.makes.UhfMakes;
import dev.aisle.hmi.app.command.Words.Misused;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** {@code rfid …}: what a technician needs at a reader. One JSON object a line. */
final class RfidCommand {
  private final InputStream in;
  private final PrintStream out;

  RfidCommand(InputStream in, PrintStream out) {
    this.in = in;
    this.out = out;
  }

  int run(List<String> words) {
    String act = words.isEmpty() ? "" : words.getFirst();
    List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
    return switch (act) {
      case "decode" -> decode(new Words(rest, Set.of("--protocol", "--hex"), Set.of()));
      case "watch" -> new RfidWatch(out).run(rest);
      case "replay" -> new RfidReplay(out).run(rest);
      case "write" -> new RfidWrite(out).run(rest);
      default -> throw new Misused("rfid knows: decode, replay, watch, write.");
    };
  }

  private int decode(Words options) {
    String known = String.join(", ", UhfMakes.protocols());
    String protocol =
        options
            .text("--protocol")
            .orElseThrow(() -> new Misused("rfid decode needs --protocol " + known + "."));
    return new FrameDecoding<>(
            UhfMakes.ofProtocol(protocol)
                .orElseThrow(
                    () -> new Misused("--protocol takes %s, not '%s'.".formatted(known, protocol))),
            in,
            out)
        .run(options.text("--hex").orElse("-"));
  }
}
