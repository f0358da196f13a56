package dev.aisle.device.plc.output;

import java.math.BigDecimal;
import java.time.Duration;

/** Why a value was not written to a point. Nothing was changed. */
public sealed interface WriteRefusal {
  String point();

  /** One sentence for a technician. */
  String reason();

  /** The controller has no point of this name. */
  record NoSuchPoint(String point) implements WriteRefusal {
    @Override
    public String reason() {
      return "there is no point " + point;
    }
  }

  /** An input, or an output the site does not let the program write. */
  record NotAnOutput(String point) implements WriteRefusal {
    @Override
    public String reason() {
      return "%s is not among the outputs that may be written".formatted(point);
    }
  }

  /** Not a value the site allows. */
  record ValueNotAllowed(String point, BigDecimal value, String allowed) implements WriteRefusal {
    @Override
    public String reason() {
      return "%s may not be %s; allowed: %s".formatted(point, value.toPlainString(), allowed);
    }
  }

  /** The register cannot hold the value. */
  record DoesNotFit(String point, BigDecimal value) implements WriteRefusal {
    @Override
    public String reason() {
      return "%s cannot hold %s exactly".formatted(point, value.toPlainString());
    }
  }

  /** Written a moment ago. */
  record TooSoon(String point, Duration pause) implements WriteRefusal {
    @Override
    public String reason() {
      return "%s may be written again in %d ms".formatted(point, pause.toMillis());
    }
  }

  /** The controller cannot be reached; nothing was sent. */
  record NotConnected(String point) implements WriteRefusal {
    @Override
    public String reason() {
      return "the controller of %s cannot be reached".formatted(point);
    }
  }

  /** The controller itself said no. */
  record ByController(String point, String why) implements WriteRefusal {
    @Override
    public String reason() {
      return "the controller refused to write %s: %s".formatted(point, why);
    }
  }
}
