package dev.aisle.device.setting;

import java.util.Locale;

/**
 * What is wrong with a setting, as a word with values that screens translate. The names of the
 * values stand beside each word.
 */
public enum SettingFault {
  /** A point begins with none of coil, input, holding, counter, input-register. */
  POINT_TABLE,
  /** {@code given} means nothing in a point. */
  POINT_WORD,
  /** A point breaks off before its end. */
  POINT_END,
  /** {@code given} is no number, or has more digits than fit. */
  POINT_NUMBER,
  /** Addresses go from 0 to 65535. */
  POINT_ADDRESS,
  /** Only an input has a counter. */
  POINT_COUNTER,
  /** A bit is one of 0 to 15 of a register. */
  POINT_BIT,
  /** Word order and factor need a type, and only a register has one. */
  POINT_FORMAT,
  /** A count is uint16 or uint32 without a factor. */
  POINT_COUNT_FORMAT,
  /** A factor of 0 would make every value 0. */
  POINT_FACTOR,
  /** 1 to 1000 polls or up to a minute, and not for what the controller counts. */
  POINT_DEBOUNCE,
  /** Whole tenths of a second, for a coil that is not inverted. */
  POINT_FLASH,
  /** Only a plain true or false can be inverted. */
  POINT_INVERTED,
  /** Modules of the profile {@code profile} flash nothing there. */
  PROFILE_FLASHES_NOT,
  /** Modules of the profile {@code profile} count nothing there. */
  PROFILE_COUNTS_NOT,
  /** {@code given} cannot be written to an output. */
  OUTPUT_VALUE,
  /** From the smaller to the larger, not from {@code least} to {@code most}. */
  OUTPUT_RANGE,
  /** Nothing is called {@code point}. */
  NO_SUCH_POINT,
  /** Nothing is called {@code profile}. */
  NO_SUCH_PROFILE,
  /** {@code point} cannot be written. */
  NOT_AN_OUTPUT,
  /** {@code point} may not be written: it is not under allow. */
  NOT_ALLOWED,
  /** {@code point} only flashes, so that on cannot be its safe value. */
  SAFE_FLASHES,
  /** {@code point} is a number, not true or false. */
  POINT_IS_NUMBER,
  /** {@code point} is also switched by {@code machine}. */
  SWITCHED_TWICE,
  /** {@code given} is no heartbeat. */
  HEARTBEAT,
  /** A watchdog has only a heartbeat, no {@code given}. */
  ONLY_HEARTBEAT,
  /** {@code given} is no time. */
  TIME,
  /** Unit, time of a round or number of polls are out of range. */
  ROUND,
  /** A model can only be checked with a profile whose modules tell it. */
  MODEL_NEEDS_PROFILE,
  /** {@code given} is no module's name. */
  MODEL,
  /** A machine does not say what it is. */
  MACHINE_IS_MISSING,
  /** {@code given} is no kind of machine. */
  MACHINE_KIND,
  /** A machine of kind {@code kind} has no {@code given}. */
  MACHINE_SETTING,
  /** A machine needs {@code given}. */
  MACHINE_NEEDS,
  /** {@code given} is no whole number above 0, at {@code key}. */
  MACHINE_NUMBER,
  /** No time at {@code key}. */
  MACHINE_TIME,
  /** A lift without two levels. */
  NO_LEVELS,
  /** A light stack without a lamp. */
  NO_LAMPS,
  /** {@code given} at {@code key} is no lamp with a light. */
  LAMP,
  /** A pattern and a unit of weight belong to the format pattern, and that needs a pattern. */
  PATTERN_ALONE,
  /** {@code given} is no regular expression. */
  SCALE_PATTERN,
  /** A pattern without the group weight. */
  PATTERN_WEIGHT,
  /** A pattern that does not tell whether the load lies still. */
  PATTERN_STILL,
  /** A pattern that does not tell the unit, and nothing else does. */
  PATTERN_UNIT,
  /** {@code given} is no format of a scale. */
  SCALE_FORMAT,
  /** {@code given} is no unit of weight. */
  WEIGHT_UNIT,
  /** A scale has one weight, not two. */
  TWO_WEIGHTS,
  /** The weight is missing or no number. */
  WEIGHT_POINT,
  /** {@code key} is true or false, not a number. */
  FLAG_POINT,
  /** {@code stable} is missing: only a load that lies still is weighed. */
  STABLE_MISSING,
  /** {@code given} is no Modbus unit. */
  MODBUS_UNIT,
  /** There is no {@code given}. */
  UNKNOWN_SETTING,
  /** {@code given} is no font of a printer. */
  PRINTER_FONT,
  /** A printer of {@code given} dots per inch. */
  PRINTER_DENSITY,
  /** Anything else; the sentence says it. */
  OTHER;

  /** Stable word for other programs, such as {@code point-table}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
