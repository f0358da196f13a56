package dev.aisle.hmi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path temp;

  @Test
  void aSecondProgramOnTheSameDataIsTurnedAwayInOneSentence() {
    try (DataFolder first = DataFolder.open(temp)) {
      assertThatThrownBy(() -> DataFolder.open(first.path()))
          .isInstanceOf(CannotStart.class)
          .hasMessageStartingWith("Another Aisle is running on the data folder " + temp);
    }
    DataFolder.open(temp).close();
  }

  @Test
  void aFolderThatCannotBeMadeIsSaidInOneSentence() throws IOException {
    Path file = Files.createFile(temp.resolve("file"));
    assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("cannot be written")
        .hasMessageEndingWith("choose another with --data.");
  }

  @Test
  void emptyingKeepsTheUnpackedDatabaseProgramsOnly() throws IOException {
    Files.createDirectories(temp.resolve("postgres-programs/bin"));
    Files.createDirectories(temp.resolve("postgres/data"));
    Files.writeString(temp.resolve("postgres/data/PG_VERSION"), "18");
    try (DataFolder folder = DataFolder.open(temp)) {
      folder.empty();
    }
    assertThat(temp.resolve("postgres-programs/bin")).exists();
    assertThat(temp.resolve("postgres")).doesNotExist();
  }

  @Test
  void aSecretIsMadeOnceAndOnlyItsUserCanReadIt() throws IOException {
    String secret = new Secrets(temp.resolve("secrets")).get("mqtt-AGV-01");
    assertThat(secret).hasSize(32);
    assertThat(new Secrets(temp.resolve("secrets")).get("mqtt-AGV-01")).isEqualTo(secret);
    assertThat(new Secrets(temp.resolve("secrets")).get("mqtt-AGV-02")).isNotEqualTo(secret);
    assertThat(Files.getPosixFilePermissions(temp.resolve("secrets/mqtt-AGV-01")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }
}
