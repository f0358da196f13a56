package dev.aisle.wms.masterdata.internal;

import dev.aisle.wms.masterdata.ImportFault;
import dev.aisle.wms.masterdata.ImportKind;
import dev.aisle.wms.masterdata.ImportResult;
import dev.aisle.wms.masterdata.Importer;
import dev.aisle.wms.masterdata.internal.CsvLines.CsvRecord;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.Page;
import dev.aisle.wms.shared.Saved;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads a file record by record and takes documents in chunks, one transaction a chunk. */
@Service
class CsvImporter implements Importer {
  private static final int CHUNK = 100;
  private static final long MOST_ROWS = 1_000_000;
  private static final int MOST_ROWS_A_DOCUMENT = 2_000;

  private final Map<ImportKind, Loader> loaders = new HashMap<>();
  private final FaultTable faults;
  private final TransactionTemplate transaction;

  CsvImporter(List<Loader> loaders, FaultTable faults, PlatformTransactionManager transactions) {
    loaders.forEach(loader -> this.loaders.put(loader.kind(), loader));
    this.faults = faults;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public ImportResult load(ImportKind kind, String source, InputStream csv, Actor by)
      throws IOException {
    Loader loader = loaders.get(kind);
    if (loader == null) {
      throw new IllegalStateException("nobody loads " + kind);
    }
    var utf8 =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var tally = new Tally(kind, source);
    var lines = new CsvLines(new BufferedReader(new InputStreamReader(csv, utf8)));
    var reading = new Reading(loader, lines, tally, Loader.Run.by(by));
    try {
      reading.all();
    } catch (CharacterCodingException e) {
      tally.refuseFile(reading.line + 1, "not-utf-8");
    }
    transaction.executeWithoutResult(status -> faults.replace(kind, source, tally.stored()));
    return tally.result(reading.ignored);
  }

  @Override
  public Page<ImportFault> faults(ListQuery query) {
    return faults.list(query);
  }

  /** One file being read. */
  private final class Reading {
    private final Loader loader;
    private final CsvLines lines;
    private final Tally tally;
    private final Loader.Run run;
    private final List<String> ignored = new ArrayList<>();
    private final List<List<Row>> chunk = new ArrayList<>();
    private List<Row> document = new ArrayList<>();
    private String documentKey = "";
    private long line = 1;

    private Reading(Loader loader, CsvLines lines, Tally tally, Loader.Run run) {
      this.loader = loader;
      this.lines = lines;
      this.tally = tally;
      this.run = run;
    }

    private void all() throws IOException {
      Optional<CsvRecord> header = lines.header();
      if (header.isEmpty()) {
        tally.refuseFile(1, "empty-file");
        return;
      }
      List<String> columns =
          header.get().fields().stream()
              .map(name -> name.strip().toLowerCase(Locale.ROOT))
              .toList();
      if (!fit(columns)) {
        return;
      }
      try {
        for (long rows = 0; ; rows++) {
          Optional<CsvRecord> next = lines.next();
          if (next.isEmpty()) {
            break;
          }
          line = next.get().line();
          if (rows == MOST_ROWS) {
            tally.refuseFile(line, "too-many-rows");
            break;
          }
          row(columns, next.get());
        }
      } finally {
        closeDocument();
        takeChunk();
      }
    }

    private boolean fit(List<String> columns) {
      boolean fits = true;
      for (String required : loader.required()) {
        if (!columns.contains(required)) {
          tally.fault(new Row.Fault(1, required, "column-missing", ""));
          fits = false;
        }
      }
      for (String column : columns) {
        if (!loader.required().contains(column) && !loader.optional().contains(column)) {
          ignored.add(column);
        } else if (columns.indexOf(column) != columns.lastIndexOf(column)) {
          tally.fault(new Row.Fault(1, column, "column-twice", ""));
          fits = false;
        }
      }
      return fits;
    }

    private void row(List<String> columns, CsvRecord next) {
      Map<String, String> values = new HashMap<>();
      for (int i = 0; i < Math.min(columns.size(), next.fields().size()); i++) {
        if (!ignored.contains(columns.get(i))) {
          values.put(columns.get(i), next.fields().get(i));
        }
      }
      if (next.fields().size() == columns.size()) {
        add(key(values), new Row(line, values));
        return;
      }
      String reason = next.fault().orElse("wrong-number-of-fields");
      String text = String.join(",", next.fields());
      // Where it belongs cannot be told when its key is missing: then to the rows before it.
      boolean keyed = values.keySet().containsAll(loader.document());
      add(keyed ? key(values) : documentKey, Row.unreadable(line, values, reason, text));
    }

    private String key(Map<String, String> values) {
      if (loader.document().isEmpty()) {
        return Long.toString(line);
      }
      return loader.document().stream()
          .map(column -> values.getOrDefault(column, "").strip())
          .collect(Collectors.joining("|"));
    }

    private void add(String key, Row row) {
      if (!key.equals(documentKey) || document.size() == MOST_ROWS_A_DOCUMENT) {
        closeDocument();
      }
      documentKey = key;
      document.add(row);
    }

    private void closeDocument() {
      if (!document.isEmpty()) {
        chunk.add(document);
        document = new ArrayList<>();
      }
      if (chunk.size() >= CHUNK) {
        takeChunk();
      }
    }

    private void takeChunk() {
      List<List<Row>> documents = List.copyOf(chunk);
      chunk.clear();
      if (documents.isEmpty()) {
        return;
      }
      List<Optional<Saved>> taken;
      try {
        taken = inOneTransaction(documents);
      } catch (DataIntegrityViolationException e) {
        taken = documents.stream().map(this::alone).toList();
      }
      for (int i = 0; i < documents.size(); i++) {
        tally.count(documents.get(i), taken.get(i));
      }
    }

    private List<Optional<Saved>> inOneTransaction(List<List<Row>> documents) {
      List<Optional<Saved>> taken = new ArrayList<>();
      transaction.executeWithoutResult(
          status -> {
            for (List<Row> rows : documents) {
              taken.add(loader.take(rows, run));
            }
          });
      return taken;
    }

    /** A number that the database knows already must not spoil the rows around it. */
    private Optional<Saved> alone(List<Row> rows) {
      rows.forEach(Row::forgetFaults);
      try {
        return inOneTransaction(List.of(rows)).getFirst();
      } catch (DataIntegrityViolationException e) {
        rows.getFirst().fault("", "conflicts-with-existing");
        return Optional.empty();
      }
    }
  }
}
