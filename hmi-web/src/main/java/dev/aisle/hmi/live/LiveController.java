package dev.aisle.hmi.live;

import dev.aisle.hmi.live.device.DevicePort;
import dev.aisle.hmi.live.event.LiveEvents;
import dev.aisle.hmi.live.event.TelegramStreams;
import dev.aisle.hmi.live.session.StreamSessions;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream of notes. The browser opens it again by itself when it breaks. */
@Hidden
@RestController
class LiveController {

  private final LiveEvents events;
  private final TelegramStreams telegrams;
  private final DevicePort devices;
  private final StreamSessions sessions;

  LiveController(
      LiveEvents events, TelegramStreams telegrams, DevicePort devices, StreamSessions sessions) {
    this.events = events;
    this.telegrams = telegrams;
    this.devices = devices;
    this.sessions = sessions;
  }

  @GetMapping(path = "/api/v1/live/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  public ResponseEntity<SseEmitter> events(
      HttpServletRequest request, HttpServletResponse response) {
    var watch = sessions.watch(request);
    if (watch.isEmpty()) {
      return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    }
    SseEmitter emitter = new SseEmitter(0L);
    if (!events.open(emitter, watch.get())) {
      response.setHeader("Retry-After", "10");
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
    }
    return ResponseEntity.ok().header("X-Accel-Buffering", "no").body(emitter);
  }

  @GetMapping(
      path = "/api/v1/devices/{name}/telegrams/live",
      produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  public ResponseEntity<SseEmitter> telegrams(
      @PathVariable String name, HttpServletRequest request, HttpServletResponse response) {
    var watch = sessions.watch(request);
    if (watch.isEmpty()) {
      return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    }
    var source = devices.telegrams(name);
    if (source.isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    SseEmitter emitter = new SseEmitter(0L);
    if (!telegrams.open(emitter, watch.get(), source.get())) {
      response.setHeader("Retry-After", "10");
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
    }
    return ResponseEntity.ok().header("X-Accel-Buffering", "no").body(emitter);
  }
}
