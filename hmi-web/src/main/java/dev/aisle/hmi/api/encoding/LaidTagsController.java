package dev.aisle.hmi.api.encoding;

import dev.aisle.hmi.api.Commands;
import dev.aisle.hmi.api.Done;
import dev.aisle.hmi.api.Refusal;
import dev.aisle.hmi.live.device.LaidTagsPort;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tags laid before simulated readers by hand. */
@RestController
@RequestMapping("/api/v1/sim")
@Tag(name = "simulator")
class LaidTagsController {

  private final LaidTagsPort tags;
  private final Commands commands;

  LaidTagsController(LaidTagsPort tags, Commands commands) {
    this.tags = tags;
    this.commands = commands;
  }

  @GetMapping("/tags")
  List<LaidTagsPort.LaidTag> tags() {
    return tags.tags();
  }

  @PostMapping("/tags")
  Done lay(@RequestHeader(Commands.KEY) UUID key, @Valid @RequestBody LayTags wanted) {
    return commands.once(
        key,
        wanted,
        Done.class,
        () -> {
          boolean laid =
              tags.lay(
                  new LaidTagsPort.Spot(wanted.reader(), wanted.antenna(), wanted.rssiDbm()),
                  wanted.count(),
                  Optional.ofNullable(wanted.epc()),
                  Optional.ofNullable(wanted.password())
                      .map(hex -> Integer.parseUnsignedInt(hex, 16))
                      .orElse(0),
                  wanted.leaves());
          if (!laid) {
            throw Refusal.conflict(
                "tags-not-laid",
                "No tag can be laid before '%s'.".formatted(wanted.reader()),
                Map.of("reader", wanted.reader()));
          }
          return Done.DONE;
        });
  }

  @PutMapping("/tags/{tid}")
  Done carry(@PathVariable String tid, @Valid @RequestBody CarryTag wanted) {
    Optional<LaidTagsPort.Spot> spot =
        Optional.ofNullable(wanted.reader())
            .map(reader -> new LaidTagsPort.Spot(reader, wanted.antenna(), wanted.rssiDbm()));
    if (!tags.carry(tid, spot)) {
      throw Refusal.notFound("tag", tid);
    }
    return Done.DONE;
  }

  @DeleteMapping("/readers/{reader}/tags")
  Done clear(@PathVariable String reader) {
    tags.clear(reader);
    return Done.DONE;
  }
}
