package dev.aisle.hmi.api.device;

import dev.aisle.hmi.api.CsvExport;
import dev.aisle.hmi.api.Done;
import dev.aisle.hmi.api.ListQuery;
import dev.aisle.hmi.api.Page;
import dev.aisle.hmi.api.Refusal;
import dev.aisle.hmi.live.device.DeviceBook;
import dev.aisle.hmi.live.device.DeviceDetails;
import dev.aisle.hmi.live.device.DevicePort;
import dev.aisle.hmi.live.device.DeviceStatus;
import dev.aisle.hmi.live.device.DeviceStatus.DeviceKind;
import dev.aisle.hmi.live.device.DeviceStatus.DeviceSignal;
import dev.aisle.hmi.live.device.DeviceTest;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Devices. Commands here carry no idempotency key: each says how things shall be, so that the same
 * one again changes nothing, and none is done inside a transaction.
 */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "devices")
class DeviceController {

  private final DevicePort devices;
  private final DeviceBook book;

  DeviceController(DevicePort devices, DeviceBook book) {
    this.devices = devices;
    this.book = book;
  }

  @GetMapping("/devices")
  Page<DeviceStatus> devices(
      @RequestParam(required = false) @Nullable DeviceKind kind,
      @RequestParam(required = false) @Nullable DeviceSignal signal,
      @RequestParam(required = false) @Nullable Boolean simulated,
      @ParameterObject @Valid ListQuery query) {
    return DeviceList.of(devices.devices(), kind, signal, simulated, query);
  }

  @GetMapping(path = "/devices.csv", produces = "text/csv")
  ResponseEntity<byte[]> devicesExport(
      @RequestParam(required = false) @Nullable DeviceKind kind,
      @RequestParam(required = false) @Nullable DeviceSignal signal,
      @RequestParam(required = false) @Nullable Boolean simulated,
      @ParameterObject @Valid ListQuery query) {
    List<DeviceStatus> now = devices.devices();
    return CsvExport.of(
        "devices",
        DeviceStatus.class,
        query,
        part -> DeviceList.of(now, kind, signal, simulated, part));
  }

  @GetMapping("/devices/{name}")
  DeviceDetails device(@PathVariable String name) {
    return devices.device(name).orElseThrow(() -> Refusal.notFound("device", name));
  }

  @GetMapping("/devices/{name}/telegrams")
  TelegramsView telegrams(@PathVariable String name) {
    return devices
        .telegrams(name)
        .map(source -> new TelegramsView(source.told(), source.last()))
        .orElseThrow(() -> Refusal.notFound("device", name));
  }

  @PostMapping("/devices/{name}/test")
  DeviceTest test(@PathVariable String name) {
    return devices.test(name).orElseThrow(() -> Refusal.notFound("device", name));
  }

  @GetMapping("/drivers")
  List<DeviceBook.DriverForm> drivers() {
    return book.drivers();
  }

  @GetMapping("/devices/{name}/settings")
  DeviceBook.Entry settings(@PathVariable String name) {
    return book.entry(name).orElseThrow(() -> Refusal.notFound("device", name));
  }

  @PostMapping("/devices")
  DeviceBook.Entry add(@Valid @RequestBody NewDevice wanted, Principal who) {
    return Changes.entry(
        wanted.name(), book.add(wanted.name(), wanted.driver(), wanted.settings(), who.getName()));
  }

  @PutMapping("/devices/{name}/settings")
  DeviceBook.Entry set(
      @PathVariable String name, @Valid @RequestBody DeviceSettings wanted, Principal who) {
    return Changes.entry(name, book.set(name, wanted.driver(), wanted.settings(), who.getName()));
  }

  @PutMapping("/devices/{name}/simulated")
  DeviceBook.Entry simulate(
      @PathVariable String name, @Valid @RequestBody SimulatedOrReal wanted, Principal who) {
    return Changes.entry(
        name,
        book.simulate(
            name,
            wanted.simulated(),
            Optional.ofNullable(wanted.address()).map(String::strip).filter(a -> !a.isEmpty()),
            who.getName()));
  }

  @DeleteMapping("/devices/{name}")
  Done remove(@PathVariable String name, Principal who) {
    return Changes.removed(name, book.remove(name, who.getName()));
  }
}
