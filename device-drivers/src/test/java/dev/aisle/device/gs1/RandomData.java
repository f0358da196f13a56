package dev.aisle.device.gs1;

import java.util.Random;

/** Right data for any Application Identifier, from a seed. */
final class RandomData {
  private RandomData() {}

  static String of(ApplicationIdentifier ai, Random random) {
    StringBuilder out = new StringBuilder();
    for (Field field : ai.fields()) {
      out.append(of(field, random));
      if (field.least() < field.most() && field.least() == 0 && random.nextBoolean()) {
        break;
      }
    }
    return out.toString();
  }

  private static String of(Field field, Random random) {
    return switch (field.rule()) {
      case CHECK_DIGIT -> CheckDigit.append(text(field, field.most() - 1, random));
      case DATE, DATE_OR_MONTH ->
          "%02d%02d%02d"
              .formatted(random.nextInt(100), 1 + random.nextInt(12), 1 + random.nextInt(28));
      case TIME -> "%02d%02d".formatted(random.nextInt(24), random.nextInt(60));
      case YES_OR_NO -> random.nextBoolean() ? "1" : "0";
      case MINUS -> random.nextBoolean() ? "-" : "";
      case NONE -> {
        int least = Math.max(1, field.least());
        int length = least + random.nextInt(field.most() - least + 1);
        yield field.least() == 0 && random.nextBoolean() ? "" : text(field, length, random);
      }
    };
  }

  private static String text(Field field, int length, Random random) {
    StringBuilder out = new StringBuilder();
    while (out.length() < length) {
      char c = (char) (33 + random.nextInt(90));
      // An opening bracket could begin an element in the readable form.
      if (field.set().holds(c) && c != '(') {
        out.append(c);
      }
    }
    return out.toString();
  }
}
