package dev.aisle.sim.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class GateSpecTest {
  private final GateSpec gate = new GateSpec("reader-G", Set.of(1), 4, 2);

  @Test
  void aTagIsHeardBestUnderTheAntennaAndNotFarFromIt() {
    assertThat(gate.heardDbm(4, 2)).hasValue(-46);
    assertThat(gate.heardDbm(5, 2)).hasValue(-57);
    assertThat(gate.heardDbm(4, 4.1)).isEmpty();
  }
}
