package dev.aisle.device.gs1;

/**
 * Why data is no GS1 data.
 *
 * @param ai the Application Identifier it concerns; what stands in its place where there is none
 */
public record Refusal(String ai, Why why) {
  /** The reasons, each with its meaning in English. */
  public enum Why {
    EMPTY("there is nothing"),
    TOO_MUCH("longer than any GS1 barcode"),
    UNKNOWN_AI("no such Application Identifier"),
    TOO_SHORT("the data is too short"),
    TOO_LONG("the data is too long, or the separator after it is missing"),
    WRONG_CHARACTER("a character that may not stand there"),
    CHECK_DIGIT("the check digit is wrong"),
    NO_DATE("not a date or time"),
    TWICE("stands twice with different data"),
    NOT_READABLE_FORM("not of the form (01)…(17)…"),
    NO_DIGITAL_LINK("not a GS1 Digital Link"),
    WRONG_LENGTH("no item number has that many digits");

    private final String meaning;

    Why(String meaning) {
      this.meaning = meaning;
    }

    public String meaning() {
      return meaning;
    }
  }

  /** {@code (17): not a date or time}. */
  public String text() {
    return ai.isEmpty() ? why.meaning() : "(%s): %s".formatted(ai, why.meaning());
  }
}
