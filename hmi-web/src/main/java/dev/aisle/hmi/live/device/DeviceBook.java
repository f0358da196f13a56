package dev.aisle.hmi.live.device;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which devices the site has, and how they are set. Changes hold over restarts. */
public interface DeviceBook {

  /** The drivers there are, each with the settings it takes. */
  List<DriverForm> drivers();

  Optional<Entry> entry(String device);

  /** Adds a device; it is opened before this returns. */
  Change add(String device, String driver, Map<String, String> settings, String by);

  /** Gives a device other settings, and opens it anew. The others do not notice. */
  Change set(String device, String driver, Map<String, String> settings, String by);

  Change remove(String device, String by);

  /**
   * Lets the simulator play a device, or a real one take its place.
   *
   * @param address of the real device; as it is written when empty
   */
  Change simulate(String device, boolean simulated, Optional<String> address, String by);

  /**
   * How a device is written.
   *
   * @param settings every setting with its value in YAML
   */
  @Schema(name = "DeviceEntry")
  record Entry(String name, String driver, Map<String, String> settings, Origin origin) {
    public Entry {
      settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
  }

  /** Where it is written. */
  @Schema(name = "DeviceOrigin")
  enum Origin {
    @JsonProperty("site")
    SITE,
    @JsonProperty("changed")
    CHANGED,
    @JsonProperty("added")
    ADDED
  }

  /**
   * What the entry of one driver may hold.
   *
   * @param kind of device it drives
   * @param address name of the setting with the address of the device
   */
  @Schema(name = "DriverForm")
  record DriverForm(
      String driver, DeviceStatus.DeviceKind kind, String address, List<Setting> settings) {
    public DriverForm {
      settings = List.copyOf(settings);
    }
  }

  /**
   * One setting.
   *
   * @param key as in the site file
   * @param words the choices, where there are only some
   * @param usual value when it is left out; null when there is none
   */
  @Schema(name = "DriverSetting")
  record Setting(
      String key,
      Shape shape,
      boolean needed,
      List<String> words,
      @Nullable String usual,
      @Nullable String example) {
    public Setting {
      words = List.copyOf(words);
    }
  }

  /** How a setting is typed. */
  @Schema(name = "DriverSettingShape")
  enum Shape {
    @JsonProperty("text")
    TEXT,
    @JsonProperty("number")
    NUMBER,
    @JsonProperty("choice")
    CHOICE,
    @JsonProperty("flag")
    FLAG,
    /** Names and values, one a line. */
    @JsonProperty("lines")
    LINES
  }

  /** What came of a change. */
  sealed interface Change {
    record Made(Entry entry) implements Change {}

    record Removed() implements Change {}

    record Unknown() implements Change {}

    /** There is a device of this name. */
    record NameTaken() implements Change {}

    /** Nothing was changed. */
    record Mistakes(List<Mistake> mistakes) implements Change {
      public Mistakes {
        mistakes = List.copyOf(mistakes);
      }
    }

    /** It would be right, but cannot be written down. */
    record NotKept(FileTrouble why) implements Change {}

    /** The simulator does not play such a device here. */
    record NotPlayed() implements Change {}
  }

  /**
   * @param field setting at fault; empty when it is none of this device's
   * @param code stable word the screens translate
   * @param message for a technician, in English
   * @param values for the translated sentence; {@code at} is the name in a list of several
   */
  record Mistake(String field, String code, String message, Map<String, String> values) {
    public Mistake {
      values = Map.copyOf(values);
    }
  }
}
