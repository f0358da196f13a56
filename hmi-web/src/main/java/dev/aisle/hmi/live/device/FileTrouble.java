package dev.aisle.hmi.live.device;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;

/** Why a file cannot be written, as a word that screens translate. */
public enum FileTrouble {
  NO_PERMISSION,
  NO_FOLDER,
  DISK_FULL,
  /** Anything else; the log says what. */
  OTHER;

  private static final long TOO_LITTLE_BYTES = 64 * 1024;

  /** By what was thrown and by what the disk says, never by the words in it. */
  public static FileTrouble of(IOException thrown, Path folder) {
    return switch (thrown) {
      case AccessDeniedException e -> NO_PERMISSION;
      case NoSuchFileException e -> NO_FOLDER;
      case NotDirectoryException e -> NO_FOLDER;
      default -> of(folder);
    };
  }

  private static FileTrouble of(Path folder) {
    try {
      FileStore disk = Files.getFileStore(folder);
      return disk.isReadOnly()
          ? NO_PERMISSION
          : disk.getUsableSpace() < TOO_LITTLE_BYTES ? DISK_FULL : OTHER;
    } catch (IOException | ReadOnlyFileSystemException e) {
      return OTHER;
    }
  }

  /** Stable word for other programs, such as {@code disk-full}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
