package dev.aisle.hmi.app.site.file;

import dev.aisle.hmi.app.site.FaultKind;
import dev.aisle.hmi.app.site.FaultReason;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.SiteFault;
import dev.aisle.hmi.app.site.device.DeviceEntry;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.NodeTuple;

/**
 * The site as it was read at the start, and the changes to its devices made since. Changes are kept
 * in {@code devices.yaml} beside the site file, which is never written. A change is checked with
 * the whole site before it is written, written before it takes effect, and made by one at a time.
 */
public final class SiteBook {
  private static final String HEADER =
      """
      # Devices as they were changed on screen. Each entry stands for the one of the same name in
      # site.yaml. Written by the program; edit it only while the program does not run.
      """;

  /** What came of a change. */
  public sealed interface Change {
    record Made(Site site) implements Change {}

    /** Nothing was changed. */
    record Mistakes(List<SiteFault> faults) implements Change {
      public Mistakes {
        faults = List.copyOf(faults);
      }
    }

    /** It would be right, but the file cannot be written. */
    record NotKept(IOException why) implements Change {}

    /** The simulator cannot play it. */
    record NotPlayed() implements Change {}

    record NoSuchDevice() implements Change {}
  }

  private final String siteText;
  private final Path folder;
  private final Path changesFile;
  private final Function<String, @Nullable String> environment;
  private String changesText;

  private SiteBook(
      String siteText,
      String changesText,
      Path folder,
      Path changesFile,
      Function<String, @Nullable String> environment) {
    this.folder = folder;
    this.siteText = siteText;
    this.changesText = changesText;
    this.changesFile = changesFile;
    this.environment = environment;
  }

  /**
   * @param folder of the site, or its site file
   * @throws IOException when one of the files is there and cannot be read
   */
  public static SiteBook open(Path folder, Function<String, @Nullable String> environment)
      throws IOException {
    Path file = Files.isDirectory(folder) ? folder.resolve(Site.FILE) : folder;
    Path besides = file.toAbsolutePath().resolveSibling(".").normalize();
    return of(SiteFile.textOf(file), besides, file.resolveSibling(Site.CHANGES), environment);
  }

  /**
   * A site that comes with the program, whose changes are kept in a data folder.
   *
   * @throws IOException when the file of changes is there and cannot be read
   */
  public static SiteBook of(
      String siteText, Path changesFile, Function<String, @Nullable String> environment)
      throws IOException {
    Path besides = changesFile.toAbsolutePath().resolveSibling(".").normalize();
    return of(siteText, besides, changesFile, environment);
  }

  /**
   * A site whose file is elsewhere than its changes.
   *
   * @param folder where the files that the site names are
   * @throws IOException when the file of changes is there and cannot be read
   */
  public static SiteBook of(
      String siteText,
      Path folder,
      Path changesFile,
      Function<String, @Nullable String> environment)
      throws IOException {
    String changes = Files.exists(changesFile) ? SiteFile.textOf(changesFile) : "";
    return new SiteBook(siteText, changes, folder, changesFile, environment);
  }

  /** The same site without any change, for a data folder that begins anew. */
  public SiteBook unchanged() {
    return new SiteBook(siteText, "", folder, changesFile, environment);
  }

  /** The site with its changes, or all mistakes in both. */
  public synchronized SiteFile.Result read() {
    return SiteFile.parse(siteText, changesText, folder, environment);
  }

  /** Writes both files as they are now into a folder, so that the site can be read from there. */
  public synchronized void copyTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(Site.FILE), siteText);
    if (!changesText.isEmpty()) {
      Files.writeString(folder.resolve(Site.CHANGES), changesText);
    }
  }

  /** The folder of the file that holds the changes. */
  public Path changesFolder() {
    return changesFile.toAbsolutePath().resolveSibling(".").normalize();
  }

  /** All devices, in the order of the files. */
  public synchronized List<DeviceEntry> entries() {
    Map<String, NodeTuple> written = DeviceNodes.of(SiteFile.compose(siteText));
    Map<String, NodeTuple> changes = changes();
    List<DeviceEntry> entries = new ArrayList<>();
    written.forEach(
        (name, tuple) -> {
          NodeTuple change = changes.get(name);
          if (change == null) {
            entries.add(DeviceNodes.entry(name, tuple, DeviceEntry.Origin.SITE));
          } else if (!DeviceNodes.isRemoval(change)) {
            entries.add(DeviceNodes.entry(name, change, DeviceEntry.Origin.CHANGED));
          }
        });
    changes.forEach(
        (name, tuple) -> {
          if (!written.containsKey(name) && !DeviceNodes.isRemoval(tuple)) {
            entries.add(DeviceNodes.entry(name, tuple, DeviceEntry.Origin.ADDED));
          }
        });
    return entries;
  }

  public Optional<DeviceEntry> entry(String name) {
    return entries().stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  /**
   * Adds a device or writes another entry for it.
   *
   * @param possible asked about the new site before anything is written
   * @param took does what follows, once it is written
   */
  public synchronized Change put(DeviceEntry entry, Predicate<Site> possible, Consumer<Site> took) {
    Map<String, NodeTuple> changes = new LinkedHashMap<>(changes());
    try {
      changes.put(entry.name(), DeviceNodes.tuple(entry));
    } catch (YAMLException e) {
      return mistake(entry, e);
    }
    return make(changes, possible, took);
  }

  private static Change mistake(DeviceEntry entry, YAMLException why) {
    for (String key : entry.settings().keySet()) {
      try {
        var unused =
            DeviceNodes.tuple(
                new DeviceEntry(
                    entry.name(),
                    entry.driver(),
                    Map.of(key, entry.settings().getOrDefault(key, "")),
                    entry.origin()));
      } catch (YAMLException e) {
        return new Change.Mistakes(
            List.of(
                new SiteFault(
                    Site.CHANGES,
                    1,
                    1,
                    "devices.%s.%s".formatted(entry.name(), key),
                    FaultReason.of(FaultKind.NO_YAML),
                    "this is no YAML")));
      }
    }
    return new Change.Mistakes(
        List.of(
            new SiteFault(
                Site.CHANGES,
                1,
                1,
                "",
                FaultReason.of(FaultKind.NO_YAML),
                String.valueOf(why.getMessage()))));
  }

  /** Takes a device away. */
  public synchronized Change remove(String name, Consumer<Site> took) {
    if (entry(name).isEmpty()) {
      return new Change.NoSuchDevice();
    }
    Map<String, NodeTuple> changes = new LinkedHashMap<>(changes());
    if (DeviceNodes.of(SiteFile.compose(siteText)).containsKey(name)) {
      changes.put(name, DeviceNodes.removal(name));
    } else {
      changes.remove(name);
    }
    return make(changes, site -> true, took);
  }

  private Change make(
      Map<String, NodeTuple> changes, Predicate<Site> possible, Consumer<Site> took) {
    String text = HEADER + DeviceNodes.file(changes);
    SiteFile.Result result = SiteFile.parse(siteText, text, folder, environment);
    if (result.site().isEmpty()) {
      return new Change.Mistakes(result.faults());
    }
    if (!possible.test(result.site().get())) {
      return new Change.NotPlayed();
    }
    try {
      write(text);
    } catch (IOException e) {
      return new Change.NotKept(e);
    }
    changesText = text;
    took.accept(result.site().get());
    return new Change.Made(result.site().get());
  }

  private Map<String, NodeTuple> changes() {
    return changesText.isBlank() ? Map.of() : DeviceNodes.of(SiteFile.compose(changesText));
  }

  /** The old file or the new one, never a half: after a power cut too. */
  private void write(String text) throws IOException {
    Files.createDirectories(changesFile.toAbsolutePath().getParent());
    Path next = changesFile.resolveSibling(Site.CHANGES + ".new");
    try (var out =
        java.nio.channels.FileChannel.open(
            next,
            java.nio.file.StandardOpenOption.CREATE,
            java.nio.file.StandardOpenOption.WRITE,
            java.nio.file.StandardOpenOption.TRUNCATE_EXISTING)) {
      var bytes = java.nio.ByteBuffer.wrap(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    try {
      Files.move(
          next, changesFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(next, changesFile, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
