package dev.aisle.sim.bench.fuzz;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * {@link CodecFuzz} in a process of its own: the fuzzer changes the classes that it runs, and may
 * end the process that it runs in.
 */
final class CodecFuzzRun {
  private CodecFuzzRun() {}

  public static void main(String[] words) {
    SummaryGeneratingListener heard = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(CodecFuzz.class))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .build(),
            heard);
    heard.getSummary().printFailuresTo(new PrintWriter(System.out, true));
    heard.getSummary().printTo(new PrintWriter(System.out, true));
    boolean ran = heard.getSummary().getTestsSucceededCount() > 0;
    System.exit(ran && heard.getSummary().getTotalFailureCount() == 0 ? 0 : 1);
  }
}
