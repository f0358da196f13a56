package dev.aisle.hmi.api.label;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/labels")
@Tag(name = "labels")
class LabelController {

  private static final String ZPL = "application/vnd.zebra-zpl";

  private final LabelScreens labels;
  private final LabelPicture picture;

  LabelController(LabelScreens labels, LabelPicture picture) {
    this.labels = labels;
    this.picture = picture;
  }

  @GetMapping(path = "/{sscc}.zpl", produces = ZPL)
  ResponseEntity<String> zpl(@PathVariable String sscc) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(ZPL + ";charset=UTF-8"))
        .body(labels.zpl(sscc));
  }

  @GetMapping(path = "/{sscc}.png", produces = MediaType.IMAGE_PNG_VALUE)
  @ApiResponse(
      responseCode = "200",
      description = "The label as the printer would show it",
      content =
          @Content(
              mediaType = MediaType.IMAGE_PNG_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  byte[] png(@PathVariable String sscc) {
    return picture.png(labels.zpl(sscc));
  }
}
