package dev.aisle.hmi.api;

import dev.aisle.hmi.api.Problem.FieldProblem;
import dev.aisle.hmi.live.lead.FloorElsewhere;
import jakarta.validation.ConstraintViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.DatabindException;

/** Turns whatever ends a request early into a {@link Problem}. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Set<String> LIMITS = Set.of("min", "max", "value");
  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler
  ResponseEntity<Object> refused(Refusal refusal) {
    return answer(refusal.problem(), new HttpHeaders());
  }

  /** Another node leads; its address is on every page. */
  @ExceptionHandler
  ResponseEntity<Object> elsewhere(FloorElsewhere elsewhere) {
    return answer(
        Problem.of(503, "floor-elsewhere", "Another program runs the floor; do this there."),
        new HttpHeaders());
  }

  /** Others were at the same thing at the same time, several times in a row. */
  @ExceptionHandler
  ResponseEntity<Object> busy(ConcurrencyFailureException failure) {
    log.warn("Gave up after several tries", failure);
    return answer(
        Problem.of(409, "try-again", "Others changed the same thing; try again."),
        new HttpHeaders());
  }

  @ExceptionHandler
  ResponseEntity<Object> broken(Exception failure) {
    log.error("A request failed", failure);
    return answer(
        Problem.of(500, "internal-error", "Something is broken; the log says what."),
        new HttpHeaders());
  }

  /** A stream of events that ends in time has been answered long since. */
  @Override
  protected @Nullable ResponseEntity<Object> handleAsyncRequestTimeoutException(
      AsyncRequestTimeoutException timeout,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    boolean answered =
        request instanceof ServletWebRequest web
            && web.getResponse() != null
            && web.getResponse().isCommitted();
    return answered ? null : handleExceptionInternal(timeout, null, headers, status, request);
  }

  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception failure,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(problem(failure, status), headers);
  }

  private static Problem problem(Exception failure, HttpStatusCode status) {
    return switch (failure) {
      case MethodArgumentNotValidException invalid -> Problem.invalid(fields(invalid));
      case HandlerMethodValidationException invalid -> Problem.invalid(fields(invalid));
      case MethodArgumentTypeMismatchException wrong ->
          Problem.invalid(
              List.of(
                  new FieldProblem(
                      wrong.getName(), "invalid-value", wrong.getName() + " cannot be this.")));
      case MissingRequestHeaderException missing ->
          Problem.invalid(
              List.of(
                  new FieldProblem(
                      missing.getHeaderName(),
                      "missing",
                      "The header " + missing.getHeaderName() + " is missing.")));
      case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
      default ->
          Problem.of(
              status.value(),
              code(status),
              status.is5xxServerError()
                  ? "Something is broken; the log says what."
                  : "The request cannot be taken: " + reason(status) + ".");
    };
  }

  /** Names the field where reading stopped, if it got so far. */
  private static Problem unreadable(HttpMessageNotReadableException failure) {
    String field =
        failure.getCause() instanceof DatabindException at
            ? at.getPath().stream()
                .map(
                    step ->
                        step.getPropertyName() == null
                            ? "[" + step.getIndex() + "]"
                            : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "")
            : "";
    return Problem.invalid(
        List.of(
            new FieldProblem(
                field,
                "unreadable",
                field.isEmpty()
                    ? "This is not the JSON expected here."
                    : field + " cannot be this.")));
  }

  private static List<FieldProblem> fields(MethodArgumentNotValidException invalid) {
    return fields(invalid.getBindingResult());
  }

  private static List<FieldProblem> fields(BindingResult result) {
    return result.getFieldErrors().stream().map(ProblemAdvice::field).toList();
  }

  private static List<FieldProblem> fields(HandlerMethodValidationException invalid) {
    List<FieldProblem> fields = new ArrayList<>();
    invalid
        .getParameterValidationResults()
        .forEach(
            result -> {
              if (result instanceof ParameterErrors errors) {
                errors.getFieldErrors().forEach(error -> fields.add(field(error)));
              } else {
                String name = result.getMethodParameter().getParameterName();
                result
                    .getResolvableErrors()
                    .forEach(
                        error ->
                            fields.add(
                                FieldProblem.of(
                                    name == null ? "" : name,
                                    code(error),
                                    message(error),
                                    limits(result.unwrap(error, ConstraintViolation.class)))));
              }
            });
    return fields;
  }

  private static FieldProblem field(FieldError error) {
    return FieldProblem.of(
        error.getField(),
        code(error),
        message(error),
        error.contains(ConstraintViolation.class)
            ? limits(error.unwrap(ConstraintViolation.class))
            : Map.of());
  }

  /** What the constraint allows, by the constraint's own names: min and max, or value. */
  private static Map<String, Object> limits(ConstraintViolation<?> violation) {
    Map<String, Object> limits = new TreeMap<>(violation.getConstraintDescriptor().getAttributes());
    limits.keySet().retainAll(LIMITS);
    return limits;
  }

  /** The constraint's name in the style of our codes: {@code NotBlank} becomes not-blank. */
  private static String code(MessageSourceResolvable error) {
    String[] codes = error.getCodes();
    String last = codes == null || codes.length == 0 ? "invalid" : codes[codes.length - 1];
    if (error instanceof FieldError field && field.isBindingFailure()) {
      last = "invalidValue";
    }
    return last.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private static String message(MessageSourceResolvable error) {
    if (error instanceof FieldError field && field.isBindingFailure()) {
      return field.getField() + " cannot be this.";
    }
    String message = error.getDefaultMessage();
    return message == null ? "is invalid" : message;
  }

  static String code(HttpStatusCode status) {
    return reason(status).toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  private static String reason(HttpStatusCode status) {
    HttpStatus known = HttpStatus.resolve(status.value());
    return known == null ? "error " + status.value() : known.getReasonPhrase();
  }

  private static ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
    return ResponseEntity.status(problem.status())
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
