package dev.aisle.hmi.api.masterdata;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes CSV files in; the shapes are described in {@code docs/import.md}. */
@RestController
@Tag(name = "master data")
class ImportController {

  private final ImportScreens imports;

  ImportController(ImportScreens imports) {
    this.imports = imports;
  }

  /** Good rows go in and bad ones are listed; the same file twice changes nothing. */
  @PostMapping(path = "/api/v1/imports/{kind}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ImportResult upload(
      @PathVariable String kind, @RequestParam("file") MultipartFile file, Principal who)
      throws IOException {
    try (InputStream csv = file.getInputStream()) {
      return imports.load(kind, name(file), csv, who.getName());
    }
  }

  /** Only a word in a list; it never names a file of ours. */
  private static String name(MultipartFile file) {
    String given = file.getOriginalFilename();
    String plain = given == null ? "" : given.replaceAll("[^\\p{L}\\p{N}._ -]", "_");
    return plain.isBlank() ? "upload" : plain.substring(0, Math.min(80, plain.length()));
  }
}
