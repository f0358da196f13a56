package dev.aisle.sim.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One JSON file that always holds a whole snapshot: written beside and moved into place, so that a
 * process killed at any moment leaves the old one or the new one.
 */
public final class SnapshotFile<T> {
  /** What an earlier version of the program stored lacks the yes and no of later ones. */
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  private final Path file;
  private final Path beside;
  private final Class<T> type;

  public SnapshotFile(Path file, Class<T> type) {
    this.file = file.toAbsolutePath();
    this.beside = this.file.resolveSibling(this.file.getFileName() + ".new");
    this.type = type;
  }

  /** Empty if nothing was ever written. A file that cannot be understood is an error. */
  public Optional<T> read() {
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(file), type));
    } catch (NoSuchFileException nothingYet) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JacksonException e) {
      throw new IllegalStateException("not a snapshot of the simulated world: " + file, e);
    }
  }

  public void write(T snapshot) {
    try {
      Files.createDirectories(file.resolveSibling("."));
      Files.write(beside, JSON.writeValueAsBytes(snapshot));
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
