package dev.aisle.sim.bench.reads;

import dev.aisle.sim.bench.Bench;
import dev.aisle.sim.bench.BenchOptions;
import dev.aisle.sim.bench.Figure;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Decoding of each protocol, and the way from decoded reads to sightings; with JMH, one core. */
public final class ReadsBench implements Bench {
  /** A thousand times what 115 200 baud carry, start and stop bit counted. */
  static final double DECODE_GOAL = 1_000 * 11_520;

  static final double PIPELINE_GOAL = 1_000_000;
  private static final double LINE_BYTES = 11_520;

  @Override
  public String name() {
    return "reads";
  }

  @Override
  public String about() {
    return "decoding of each reader protocol, and reads to sightings with 10 000 live tags";
  }

  @Override
  public Map<String, Object> run(Map<String, String> typed, Consumer<String> progress)
      throws RunnerException {
    String part = new BenchOptions(typed, Set.of("part")).text("part", "");
    OptionsBuilder options = new OptionsBuilder();
    switch (part) {
      case "decode" -> options.include(DecodeKernel.class.getName());
      case "pipeline" -> options.include(PipelineKernel.class.getName());
      case "" -> {
        options.include(DecodeKernel.class.getName());
        options.include(PipelineKernel.class.getName());
      }
      default -> throw new IllegalArgumentException("part is decode or pipeline");
    }
    options
        .mode(Mode.Throughput)
        .forks(1)
        .jvmArgs("-Xmx1g", "-XX:+UseSerialGC")
        .warmupIterations(5)
        .warmupTime(TimeValue.seconds(2))
        .measurementIterations(5)
        .measurementTime(TimeValue.seconds(2))
        .addProfiler(GCProfiler.class);
    PrintStream lines = new PrintStream(new LineStream(progress), true, StandardCharsets.UTF_8);
    Collection<RunResult> results =
        new Runner(
                options.build(),
                OutputFormatFactory.createFormatInstance(lines, VerboseMode.NORMAL))
            .run();
    List<Figure> figures = new ArrayList<>();
    results.forEach(result -> figures.add(figure(result)));
    return Figure.report(figures);
  }

  /** JMH writes to a stream; a person who waits gets its lines. */
  private static final class LineStream extends ByteArrayOutputStream {
    private final Consumer<String> to;

    LineStream(Consumer<String> to) {
      this.to = to;
    }

    @Override
    public synchronized void flush() {
      String text = toString(StandardCharsets.UTF_8);
      int end = text.lastIndexOf('\n');
      if (end >= 0) {
        text.substring(0, end).lines().forEach(to);
        reset();
        writeBytes(text.substring(end + 1).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static Figure figure(RunResult result) {
    double perSecond = result.getPrimaryResult().getScore();
    double error = result.getPrimaryResult().getScoreError() / perSecond * 100;
    String protocol = result.getParams().getParam("protocol");
    Map<String, Double> more = new LinkedHashMap<>();
    if (protocol == null) {
      more.put("allocatedBytesPerRead", allocated(result) / PipelineKernel.READS);
      more.put("errorPercent", error);
      return new Figure(
          "pipeline", perSecond * PipelineKernel.READS, "reads/s", PIPELINE_GOAL, true, more);
    }
    FrameStreams.Stream stream = FrameStreams.of(protocol);
    double bytes = perSecond * stream.bytes().length;
    more.put("timesLineRate", bytes / LINE_BYTES);
    more.put("framesPerSecond", perSecond * stream.frames());
    more.put("bytesPerFrame", stream.bytesPerFrame());
    more.put("allocatedBytesPerFrame", allocated(result) / stream.frames());
    more.put("errorPercent", error);
    return new Figure("decode-" + protocol, bytes, "bytes/s", DECODE_GOAL, true, more);
  }

  /** Bytes for each operation. */
  private static double allocated(RunResult result) {
    Result<?> rate = result.getSecondaryResults().get("gc.alloc.rate.norm");
    return rate == null ? Double.NaN : rate.getScore();
  }
}
