package dev.aisle.hmi.api.masterdata;

import dev.aisle.hmi.api.Refusal;
import dev.aisle.hmi.api.Words;
import dev.aisle.hmi.api.masterdata.ImportResult.RowError;
import dev.aisle.wms.masterdata.ImportKind;
import dev.aisle.wms.masterdata.Importer;
import dev.aisle.wms.shared.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/** Takes files of master data in. */
@Component
class ImportScreens {

  private final Importer importer;

  ImportScreens(Importer importer) {
    this.importer = importer;
  }

  /**
   * @param source the file's name; its faults of an earlier run are replaced
   */
  ImportResult load(String kind, String source, InputStream csv, String by) throws IOException {
    ImportKind known =
        Arrays.stream(ImportKind.values())
            .filter(one -> Words.kebab(one).equals(kind))
            .findFirst()
            .orElseThrow(() -> Refusal.notFound("import", kind));
    var result = importer.load(known, source, csv, new Actor(by));
    return new ImportResult(
        result.accepted(),
        result.unchanged(),
        result.rejected(),
        result.errors().stream()
            .map(fault -> new RowError(fault.line(), fault.field(), fault.reason()))
            .toList());
  }
}
