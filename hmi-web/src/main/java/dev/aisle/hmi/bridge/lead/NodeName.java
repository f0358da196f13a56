package dev.aisle.hmi.bridge.lead;

import dev.aisle.hmi.app.CannotStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The name of a node: its machine, and a number of its data folder, which no other may use. */
final class NodeName {
  private static final int NUMBER = 8;

  private NodeName() {}

  /** The same for every start on that folder. */
  static String of(Path dataDir) {
    Path file = dataDir.resolve("node");
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(dataDir);
        Files.writeString(
            file, machine() + "-" + UUID.randomUUID().toString().substring(0, NUMBER) + "\n");
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new CannotStart(
          "The name of this node cannot be kept in %s: %s.".formatted(file, e.getMessage()), e);
    }
  }

  static String machine() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "node";
    }
  }
}
