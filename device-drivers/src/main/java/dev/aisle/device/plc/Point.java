package dev.aisle.device.plc;

import dev.aisle.device.modbus.RegisterFormat;
import dev.aisle.device.setting.SettingFault;
import dev.aisle.device.setting.SettingMistake;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a point lives in a controller, counted from 0, and what its bits mean.
 *
 * @param counter first holding register of the count of the rising edges of an input, so that a
 *     pulse between two polls is not lost
 * @param format of a number; of a counter, or of an input's counter, its width and word order
 * @param bit of a register that is the point, 0 the lowest
 * @param inverted true on the wire is false here: a normally closed contact
 * @param debounce how long a new value must stand; empty for the controller's standard
 * @param flash how the controller itself ends what is switched on
 */
public record Point(
    Kind kind,
    int address,
    OptionalInt counter,
    Optional<RegisterFormat> format,
    OptionalInt bit,
    boolean inverted,
    Optional<Debounce> debounce,
    Optional<Flash> flash) {

  /**
   * A coil that a relay board switches on and, by its own clock, off again: function 5 to another
   * address with the time as its value. The output cannot stay on when the line is cut.
   *
   * @param address where the time is written
   * @param length whole tenths of a second
   */
  public record Flash(int address, Duration length) {
    private static final int TENTH_MS = 100;
    private static final int LONGEST = 0x7FFF;

    public Flash {
      long ms = length.toMillis();
      if (address < 0 || address > 0xFFFF) {
        throw new SettingMistake(SettingFault.POINT_ADDRESS, "addresses go from 0 to 65535");
      }
      if (ms < TENTH_MS || ms % TENTH_MS != 0 || ms / TENTH_MS > LONGEST) {
        throw new SettingMistake(
            SettingFault.POINT_FLASH,
            "a flash lasts whole tenths of a second, from 100 ms to %d s"
                .formatted(LONGEST * TENTH_MS / 1000));
      }
    }

    /** What goes to the wire. */
    int tenths() {
      return (int) (length.toMillis() / TENTH_MS);
    }
  }

  /** Which table, and what its values mean. */
  public enum Kind {
    /** An output; can be written. */
    COIL,
    /** A discrete input. */
    INPUT,
    /**
     * A holding register. Without a format it is true when it is not 0 and written as 0 or 1; with
     * one it is a number. Can be written unless it is a single bit.
     */
    HOLDING,
    /** A holding register that counts pulses; each is told as true and false. */
    COUNTER,
    /** An input register; like a holding register, but can only be read. */
    INPUT_REGISTER
  }

  public Point {
    if (address < 0 || address > 0xFFFF || counter.orElse(0) > 0xFFFF) {
      throw new SettingMistake(SettingFault.POINT_ADDRESS, "addresses go from 0 to 65535");
    }
    if (counter.isPresent() && kind != Kind.INPUT) {
      throw new SettingMistake(SettingFault.POINT_COUNTER, "only an input can have a counter");
    }
    boolean register = kind == Kind.HOLDING || kind == Kind.INPUT_REGISTER;
    if (bit.isPresent() && (!register || format.isPresent() || bit.getAsInt() > 15)) {
      throw new SettingMistake(SettingFault.POINT_BIT, "a bit is one of 0 to 15 of a register");
    }
    boolean counts = kind == Kind.COUNTER || counter.isPresent();
    if (format.isPresent() && !register && !counts) {
      throw new SettingMistake(
          SettingFault.POINT_FORMAT, "a coil or an input has no number format");
    }
    if (counts && format.isPresent() && !isCount(format.get())) {
      throw new SettingMistake(
          SettingFault.POINT_COUNT_FORMAT, "a counter is uint16 or uint32 without a factor");
    }
    if (counts && debounce.isPresent()) {
      throw new SettingMistake(
          SettingFault.POINT_DEBOUNCE, "a counted input is debounced in the controller");
    }
    if (flash.isPresent() && (kind != Kind.COIL || inverted)) {
      throw new SettingMistake(
          SettingFault.POINT_FLASH, "only a coil that is not inverted can flash");
    }
    if (inverted && (counts || (register && format.isPresent()))) {
      throw new SettingMistake(
          SettingFault.POINT_INVERTED, "only a plain true or false can be inverted");
    }
  }

  /** A plain point. */
  public Point(Kind kind, int address, OptionalInt counter) {
    this(
        kind,
        address,
        counter,
        Optional.empty(),
        OptionalInt.empty(),
        false,
        Optional.empty(),
        Optional.empty());
  }

  /** See {@link PointText} for what can be written. */
  public static Point parse(String written) {
    return PointText.parse(written);
  }

  public boolean writable() {
    return kind == Kind.COIL || (kind == Kind.HOLDING && bit.isEmpty());
  }

  /** A number and not true or false. */
  public boolean isNumber() {
    return format.isPresent() && (kind == Kind.HOLDING || kind == Kind.INPUT_REGISTER);
  }

  /** How the count of a counter, or of an input's counter, is laid out. */
  RegisterFormat countFormat() {
    return format.orElse(RegisterFormat.WORD);
  }

  private static boolean isCount(RegisterFormat format) {
    return (format.type() == RegisterFormat.Type.UINT16
            || format.type() == RegisterFormat.Type.UINT32)
        && format.factor().compareTo(java.math.BigDecimal.ONE) == 0;
  }
}
