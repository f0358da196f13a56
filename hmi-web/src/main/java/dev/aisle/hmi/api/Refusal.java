package dev.aisle.hmi.api;

import java.util.List;
import java.util.Map;

/**
 * Carries a {@link Problem} from a controller to the answer. Services say no with a value; this is
 * how the web layer ends a request with it.
 */
public final class Refusal extends RuntimeException {

  private final transient Problem problem;

  public Refusal(Problem problem) {
    super(problem.code() + ": " + problem.detail(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }

  /** There is no such thing. */
  public static Refusal notFound(String what, String id) {
    return new Refusal(
        Problem.of(
            404,
            "not-found",
            "There is no %s '%s'.".formatted(what, id),
            Map.of("what", what, "id", id)));
  }

  /** Right as such, but not now. */
  public static Refusal conflict(String code, String detail, Map<String, Object> params) {
    return new Refusal(Problem.of(409, code, detail, params));
  }

  /** One field cannot be taken. */
  public static Refusal invalid(String field, String code, String message) {
    return new Refusal(Problem.invalid(List.of(new Problem.FieldProblem(field, code, message))));
  }
}
