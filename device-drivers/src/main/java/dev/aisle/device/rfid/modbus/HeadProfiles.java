package dev.aisle.device.rfid.modbus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Profiles of heads: those that come with the program, and files of a site's own. */
public final class HeadProfiles {
  private static final List<String> SHIPPED =
      List.of(
          "aisle-head",
          "cn-ck-ur08",
          "cn-hf",
          "cn-ic10mrw",
          "cn-lr03",
          "inveo-ind",
          "inveo-mb10",
          "omron-v680s",
          "omron-v780",
          "pf-identcontrol",
          "turck-tben");

  private HeadProfiles() {}

  /** Names of the profiles that come with the program, sorted. */
  public static List<String> shipped() {
    return SHIPPED;
  }

  /** The profile used where none is named: the training plant's head. */
  public static HeadProfile standard() {
    return shipped("aisle-head");
  }

  /**
   * @throws IllegalArgumentException when there is none of that name
   */
  public static HeadProfile shipped(String name) {
    if (!SHIPPED.contains(name)) {
      throw new IllegalArgumentException(
          "there is no profile '%s', only %s".formatted(name, String.join(", ", SHIPPED)));
    }
    try (InputStream in = HeadProfiles.class.getResourceAsStream(name + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException("profile %s is not in the program".formatted(name));
      }
      return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ProfileMistakes e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /**
   * A shipped profile by its name, or a file by its path.
   *
   * @param folder where a relative path begins
   * @throws IOException when the file cannot be read
   */
  public static HeadProfile find(String nameOrPath, Path folder)
      throws IOException, ProfileMistakes {
    if (!nameOrPath.endsWith(".yaml")) {
      return shipped(nameOrPath);
    }
    return parse(nameOrPath, Files.readString(folder.resolve(nameOrPath)));
  }

  /**
   * Reads a profile and checks all of it.
   *
   * @param name for the message
   */
  public static HeadProfile parse(String name, String yaml) throws ProfileMistakes {
    List<ProfileFault> faults = new ArrayList<>();
    ProfilePart root = new ProfilePart("", ProfileTree.parse(yaml, faults), faults);
    HeadProfile profile = new ProfileReader(root).read();
    root.done();
    if (!faults.isEmpty()) {
      faults.sort(Comparator.comparingInt(ProfileFault::line));
      throw new ProfileMistakes(name, faults);
    }
    return profile;
  }
}
