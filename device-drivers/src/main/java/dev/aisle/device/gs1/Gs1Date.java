package dev.aisle.device.gs1;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/** Dates as YYMMDD (GS1 General Specifications, 7.12). */
public final class Gs1Date {
  private static final int SURELY_LEAP = 2000;

  private Gs1Date() {}

  /**
   * @param yymmdd six digits; a day of 00 is the last of its month
   * @param today decides the century: years up to 49 ahead and 50 back are meant
   * @throws IllegalArgumentException for anything else
   */
  public static LocalDate read(String yymmdd, LocalDate today) {
    if (yymmdd.length() != 6 || !CheckDigit.isDigits(yymmdd)) {
      throw new IllegalArgumentException("not a date: '%s'".formatted(yymmdd));
    }
    int year = Integer.parseInt(yymmdd.substring(0, 2));
    int ahead = year - today.getYear() % 100;
    int century = today.getYear() / 100;
    if (ahead >= 51) {
      century--;
    } else if (ahead <= -50) {
      century++;
    }
    int month = Integer.parseInt(yymmdd.substring(2, 4));
    int day = Integer.parseInt(yymmdd.substring(4, 6));
    try {
      YearMonth in = YearMonth.of(century * 100 + year, month);
      return day == 0 ? in.atEndOfMonth() : in.atDay(day);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a date: '%s'".formatted(yymmdd), e);
    }
  }

  /** YYMMDD. */
  public static String write(LocalDate date) {
    return "%02d%02d%02d"
        .formatted(date.getYear() % 100, date.getMonthValue(), date.getDayOfMonth());
  }

  static boolean isDate(String yymmdd, boolean dayMayBeZero) {
    int month = Integer.parseInt(yymmdd.substring(2, 4));
    int day = Integer.parseInt(yymmdd.substring(4, 6));
    if (month < 1 || month > 12) {
      return false;
    }
    int year = SURELY_LEAP + Integer.parseInt(yymmdd.substring(0, 2));
    return day == 0 ? dayMayBeZero : day <= YearMonth.of(year, month).lengthOfMonth();
  }
}
