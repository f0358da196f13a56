package dev.aisle.hmi.app.command;

import dev.aisle.hmi.app.CannotStart;
import dev.aisle.hmi.app.command.Words.Misused;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;

/** Finds the command that was typed and turns its outcome into an exit code. */
public final class CommandLine {
  static final int OK = 0;
  static final int FAILED = 1;
  static final int MISUSED = 2;

  private static final String USAGE =
      """
      usage: aisle COMMAND
        demo [--port N] [--address A] [--data DIR] [--fresh] [--seconds N] [--speed N]
             [--operators auto|people]      the demonstration site on simulated hardware
        run --site DIR [--port N] [--address A] [--data DIR] [--speed N]
             [--operators auto|people]      a site
        check-site DIR                      all mistakes of a site file, or what is in it
        map check FILE|DIR [--layout ID] [--length-mm N] [--width-mm N]
                                            a LIF file, an openTCS plant model or a site: as JSON,
                                            what is lost and where vehicles could get stuck
        map import FILE [--layout ID] [--out FILE]
                                            its floor as the 'floor:' of a site file
        map export DIR|FILE [--map-id M] [--out FILE]
                                            a floor as a LIF 1.0.0 file
        rfid decode --protocol a0|bb|chafon18|chafon288|thingmagic [--hex BYTES | -]
                                            reader frames to JSON lines
        rfid watch READER [--seconds N] [--telegrams]
                                            live reads of a reader, as JSON lines
        rfid replay FOLDER [--site DIR] [--why EPC] [--json]
                                            a recording decided again, and compared
        rfid write READER (EPC | URN | --scheme sgtin|sscc|grai --key K [--serial S]
             [--prefix N] [--filter N]) [--replace] [--password P] [--new-password P] [--lock]
                                            an EPC into the one tag before a reader
             READER: --port PORT|HOST:PORT --driver rfid-bb|rfid-a0|… [--baud N] [--power DBM]
             [--antennas 1,2], or --site DIR --reader NAME
        broker mosquitto --site DIR --out DIR [--data DIR] [--port N]
                                            accounts, rights and settings for the site's own broker
        modbus read|write|scan --address A  values of a device as JSON lines; 'aisle modbus' has more
        epc decode HEX [--pc WORD]          what a tag holds, as JSON
        epc encode URN|'(01)…(21)…'|LINK|sscc:DIGITS [--filter N] [--plus]
             [--prefix N | --prefixes DIGITS=N,…]
                                            what to write on a tag, as JSON
        print test --printer HOST:PORT | --site DIR --printer NAME
             [--label sscc|location|case] [--tag] [--dpi N] [--font FILE] [--lang zh|en] [--zpl]
                                            one test label, or its ZPL
        bench [NAME] [--json FILE]          measures against the goals, or lists what there is
        test                                the whole test suite (./aisle only)
      """;

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;

  public CommandLine(InputStream in, PrintStream out, PrintStream err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  public int run(List<String> words) {
    if (words.isEmpty()) {
      err.print(USAGE);
      return MISUSED;
    }
    List<String> rest = words.subList(1, words.size());
    try {
      return switch (words.getFirst()) {
        case "demo" -> new RunCommand(out, err).demo(rest);
        case "run" -> new RunCommand(out, err).run(rest);
        case "check-site" -> new CheckSiteCommand(out, err).run(rest);
        case "map" -> new MapCommand(out, err, Clock.systemUTC()).run(rest);
        case "rfid" -> new RfidCommand(in, out).run(rest);
        case "epc" -> new EpcCommand(out).run(rest);
        case "broker" -> new BrokerCommand(out, err).run(rest);
        case "modbus" -> new ModbusCommand(out, err).run(rest);
        case "print" -> new PrintCommand(out).run(rest);
        case "bench" -> new BenchCommand(out, err).run(rest);
        case "help", "--help", "-h" -> {
          out.print(USAGE);
          yield OK;
        }
        default -> throw new Misused("There is no command '%s'.".formatted(words.getFirst()));
      };
    } catch (Misused e) {
      err.println(e.getMessage() + " Try 'aisle help'.");
      return MISUSED;
    } catch (CannotStart e) {
      err.println(e.getMessage());
      return FAILED;
    }
  }
}
