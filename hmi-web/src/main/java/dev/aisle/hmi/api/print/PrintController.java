package dev.aisle.hmi.api.print;

import dev.aisle.hmi.api.Commands;
import dev.aisle.hmi.api.Done;
import dev.aisle.hmi.api.Refusal;
import dev.aisle.hmi.live.device.PrintPort;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The queues of the label printers. The key of a wish for a label is part of its job's name, so the
 * same wish sent twice is one label; the other commands say how a job shall be.
 */
@RestController
@RequestMapping("/api/v1/printers")
@Tag(name = "printers")
class PrintController {
  private static final int KEY_CHARACTERS = 8;

  private final PrintPort printers;

  PrintController(PrintPort printers) {
    this.printers = printers;
  }

  @GetMapping("/{name}/jobs")
  List<PrintPort.Job> jobs(@PathVariable String name) {
    return printers.jobs(name).orElseThrow(() -> Refusal.notFound("printer", name));
  }

  @PostMapping("/{name}/jobs")
  Done print(
      @RequestHeader(Commands.KEY) UUID key,
      @PathVariable String name,
      @Valid @RequestBody LabelWanted wanted,
      Principal who) {
    return done(
        name,
        wanted.sscc(),
        printers.print(
            name, wanted.sscc(), key.toString().substring(0, KEY_CHARACTERS), who.getName()));
  }

  @PostMapping("/{name}/jobs/{job}/again")
  Done again(@PathVariable String name, @PathVariable String job, Principal who) {
    return done(name, job, printers.again(name, job, who.getName()));
  }

  @PostMapping("/{name}/jobs/{job}/cancel")
  Done cancel(@PathVariable String name, @PathVariable String job, Principal who) {
    return done(name, job, printers.cancel(name, job, who.getName()));
  }

  private static Done done(String printer, String what, PrintPort.Answer answer) {
    return switch (answer) {
      case PrintPort.Answer.Done done -> Done.DONE;
      case PrintPort.Answer.NoPrinter none -> throw Refusal.notFound("printer", printer);
      case PrintPort.Answer.NoJob none -> throw Refusal.notFound("print-job", what);
      case PrintPort.Answer.NoLabel none -> throw Refusal.notFound("label", what);
      case PrintPort.Answer.QueueFull full ->
          throw Refusal.conflict(
              "print-queue-full",
              "%d labels wait for %s already.".formatted(full.jobs(), printer),
              Map.of("printer", printer, "jobs", full.jobs()));
      case PrintPort.Answer.WithPrinter with ->
          throw Refusal.conflict(
              "with-printer",
              "%s has this label already.".formatted(printer),
              Map.of("printer", printer));
      case PrintPort.Answer.NotKept not ->
          throw Refusal.conflict(
              "print-not-kept",
              "The queue of %s cannot be written: %s.".formatted(printer, not.why().word()),
              Map.of("printer", printer, "file", not.why().word()));
    };
  }
}
