package dev.aisle.hmi.api.encoding;

import dev.aisle.hmi.api.CsvExport;
import dev.aisle.hmi.api.ListQuery;
import dev.aisle.hmi.api.Page;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Writing tags. A row carries an id made by who starts it, so that the same request again starts
 * nothing new.
 */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "encoding")
class EncodingController {

  private final EncodingScreens screens;

  EncodingController(EncodingScreens screens) {
    this.screens = screens;
  }

  @GetMapping("/encoding/readers")
  List<EncodingReader> readers() {
    return screens.readers();
  }

  @GetMapping("/encoding/readers/{reader}")
  EncodingReader reader(@PathVariable String reader) {
    return screens.reader(reader);
  }

  @PutMapping("/encoding/readers/{reader}/run")
  EncodingReader start(
      @PathVariable String reader, @Valid @RequestBody NewRow wanted, Principal who) {
    return screens.start(reader, wanted, who.getName());
  }

  @DeleteMapping("/encoding/readers/{reader}/run")
  EncodingReader stop(@PathVariable String reader) {
    return screens.stop(reader);
  }

  @PutMapping("/encoding/readers/{reader}/run/overwrite")
  EncodingReader overwrite(@PathVariable String reader, @Valid @RequestBody Overwrite wanted) {
    return screens.overwrite(reader, wanted.epc());
  }

  @GetMapping("/encodings")
  Page<EncodedTag> written(@ParameterObject @Valid ListQuery query) {
    return screens.written(query);
  }

  @GetMapping(path = "/encodings.csv", produces = "text/csv")
  ResponseEntity<byte[]> writtenExport(@ParameterObject @Valid ListQuery query) {
    return CsvExport.of("tags", EncodedTag.class, query, screens::written);
  }
}
