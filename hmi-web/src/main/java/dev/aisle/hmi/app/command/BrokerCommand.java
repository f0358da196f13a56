package dev.aisle.hmi.app.command;

import dev.aisle.hmi.app.CannotStart;
import dev.aisle.hmi.app.Secrets;
import dev.aisle.hmi.app.broker.BrokerAccount;
import dev.aisle.hmi.app.broker.MosquittoFiles;
import dev.aisle.hmi.app.command.Words.Misused;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.SiteBroker;
import dev.aisle.hmi.app.site.file.SiteFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;

/**
 * {@code broker mosquitto}: what a mosquitto needs to know of a site. The vehicles' passwords are
 * those in the site's data folder.
 */
final class BrokerCommand {
  private static final int USUAL_PORT = 8883;
  private static final int MOST_PORT = 65_535;

  private final PrintStream out;
  private final PrintStream err;

  BrokerCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  int run(List<String> words) {
    Words options = new Words(words, Set.of("--site", "--out", "--data", "--port"), Set.of());
    if (!options.rest().equals(List.of("mosquitto"))) {
      throw new Misused("broker knows: mosquitto.");
    }
    Path folder =
        Path.of(options.text("--site").orElseThrow(() -> new Misused("broker needs --site DIR.")));
    Path to =
        Path.of(options.text("--out").orElseThrow(() -> new Misused("broker needs --out DIR.")))
            .toAbsolutePath()
            .normalize();
    int port = options.number("--port", 1, MOST_PORT).orElse((double) USUAL_PORT).intValue();
    SiteFile.Result read = SiteFile.read(folder);
    if (read.site().isEmpty()) {
      CheckSiteCommand.printFaults(folder.toString(), read.faults(), err);
      return CommandLine.FAILED;
    }
    Site site = read.site().get();
    if (site.broker().isEmpty()
        || !(site.broker().get() instanceof SiteBroker.Elsewhere elsewhere)) {
      err.println("The site file names no broker of its own: broker: {uri: …}.");
      return CommandLine.FAILED;
    }
    Path data =
        options.text("--data").map(Path::of).orElseGet(() -> RunCommand.usualData(site.id()));
    List<BrokerAccount> accounts =
        MosquittoFiles.accounts(site, elsewhere, new Secrets(data.resolve("secrets")));
    try {
      Files.createDirectories(to);
      write(to.resolve("acl"), MosquittoFiles.rights(accounts));
      write(to.resolve("passwords"), MosquittoFiles.passwords(accounts, new SecureRandom()));
      write(to.resolve("mosquitto.conf"), MosquittoFiles.settings(to.toString(), port));
    } catch (IOException e) {
      throw new CannotStart("The files cannot be written to %s: %s.".formatted(to, e.getMessage()));
    }
    out.printf(
        "%d accounts in %s; a vehicle's password is in %s%n",
        accounts.size(), to, data.resolve("secrets").resolve("mqtt-NAME"));
    return CommandLine.OK;
  }

  /** Readable by its owner only, as mosquitto wants it. */
  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
