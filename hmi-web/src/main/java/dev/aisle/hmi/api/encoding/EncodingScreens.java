package dev.aisle.hmi.api.encoding;

import dev.aisle.hmi.api.ListQuery;
import dev.aisle.hmi.api.Page;
import dev.aisle.hmi.api.Problem;
import dev.aisle.hmi.api.Refusal;
import dev.aisle.hmi.api.Words;
import dev.aisle.hmi.encoding.EncodingDesk;
import dev.aisle.hmi.encoding.RunState;
import dev.aisle.hmi.encoding.TagNumber;
import dev.aisle.hmi.encoding.TagWriters;
import dev.aisle.hmi.encoding.WrittenTag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The encoding station in the words of the screens. */
@Component
class EncodingScreens {

  private final EncodingDesk desk;

  EncodingScreens(EncodingDesk desk) {
    this.desk = desk;
  }

  List<EncodingReader> readers() {
    return desk.readers().stream().map(this::view).toList();
  }

  EncodingReader reader(String name) {
    return desk.reader(name)
        .map(this::view)
        .orElseThrow(() -> Refusal.notFound("encoding-reader", name));
  }

  EncodingReader start(String reader, NewRow wanted, String by) {
    return answer(reader, desk.start(reader, wanted.antenna(), wanted.order(), by));
  }

  EncodingReader stop(String reader) {
    return answer(reader, desk.stop(reader));
  }

  EncodingReader overwrite(String reader, String epc) {
    return answer(reader, desk.confirm(reader, epc));
  }

  private EncodingReader answer(String reader, EncodingDesk.Answer answer) {
    return switch (answer) {
      case EncodingDesk.Answer.Running running -> reader(reader);
      case EncodingDesk.Answer.NoSuchReader none ->
          throw Refusal.notFound("encoding-reader", reader);
      case EncodingDesk.Answer.Mistakes wrong ->
          throw new Refusal(
              Problem.invalid(
                  wrong.mistakes().stream()
                      .map(
                          mistake ->
                              new Problem.FieldProblem(
                                  mistake.field(), mistake.code(), mistake.message()))
                      .toList()));
      case EncodingDesk.Answer.Busy busy ->
          throw Refusal.conflict(
              "encoding-busy",
              "Somebody writes tags at %s already.".formatted(reader),
              Map.of("reader", reader, "by", busy.by()));
      case EncodingDesk.Answer.NotAsked none ->
          throw Refusal.conflict(
              "encoding-not-asked",
              "Nothing is waiting for an answer at %s.".formatted(reader),
              Map.of("reader", reader));
    };
  }

  Page<EncodedTag> written(ListQuery query) {
    ListQuery.Order order = query.order().orElse(new ListQuery.Order("at", false));
    EncodingDesk.Listed found =
        desk.written(
            query.text(),
            order.field(),
            order.ascending(),
            query.pageSize(),
            Math.multiplyExact(query.pageNumber(), query.pageSize()));
    return new Page<>(
        found.tags().stream().map(EncodingScreens::view).toList(),
        found.total(),
        query.pageNumber(),
        query.pageSize());
  }

  private EncodingReader view(TagWriters.Writer writer) {
    Optional<RunState> run = desk.run(writer.reader());
    boolean running = run.isPresent() && !run.get().isOver();
    List<EncodingReader.TagInField> field =
        running
            ? run.get().field().stream()
                .map(tag -> tag(tag.identity(), null, tag.rssiDbm()))
                .toList()
            : writer.heard().stream()
                .map(tag -> tag(TagNumber.of(tag.epc()), tag.antenna(), tag.rssiDbm()))
                .toList();
    return new EncodingReader(
        writer.reader(),
        writer.driver(),
        writer.antennas(),
        writer.readPoints(),
        writer.connected(),
        field,
        run.map(EncodingScreens::row).orElse(null));
  }

  private static EncodingReader.TagInField tag(
      TagNumber number, @Nullable Integer antenna, OptionalDouble rssi) {
    return new EncodingReader.TagInField(
        number.epcHex(),
        antenna,
        number.readable(),
        number.isIdentity(),
        rssi.isPresent() ? rssi.getAsDouble() : null);
  }

  private static EncodingReader.Row row(RunState run) {
    return new EncodingReader.Row(
        run.order().id().toString(),
        EncodingKind.valueOf(run.order().kind().name()),
        run.order().key().orElse(null),
        run.antenna(),
        run.order().count(),
        run.done(),
        run.order().lock(),
        run.by(),
        run.startedAt(),
        Words.kebab(run.phase()),
        run.trouble().map(Words::kebab).orElse(null),
        EncodingDetail.of(run.details()),
        run.next().map(TagNumber::readable).orElse(null),
        !run.isOver(),
        run.results().stream().map(EncodingScreens::result).toList());
  }

  private static EncodingReader.RowResult result(RunState.Result result) {
    return new EncodingReader.RowResult(
        result.at(),
        result.epc(),
        result.tid(),
        result.tag().map(tag -> tag.number().readable()).orElse(null),
        result.tag().map(WrittenTag::locked).orElse(false),
        result.trouble().map(Words::kebab).orElse(null),
        EncodingDetail.of(result.details()));
  }

  private static EncodedTag view(WrittenTag tag) {
    return new EncodedTag(
        tag.id(),
        tag.at(),
        tag.by(),
        tag.reader(),
        tag.antenna(),
        tag.tid(),
        tag.before(),
        tag.number().epcHex(),
        tag.number().scheme(),
        tag.number().key(),
        tag.number().serial(),
        tag.number().readable(),
        tag.verified(),
        tag.locked(),
        EncodingDetail.of(tag.notes()));
  }
}
