package dev.aisle.agv.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.control.Trouble.Said;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TroubleTest {

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void whatTheDispatcherSaysIsReadBackWithItsValues(Trouble trouble) {
    String sentence = trouble.with("S-01", "S-02");
    Said said = Trouble.read(sentence).orElseThrow();
    assertThat(said.what()).isEqualTo(trouble);
    assertThat(said.values()).isEqualTo(List.of("S-01", "S-02").subList(0, said.values().size()));
    assertThat(trouble.with(said.values().toArray())).isEqualTo(sentence);
  }

  @Test
  void theKeyIsThatOfTheScreens() {
    assertThat(Trouble.read("fetched A instead of B").orElseThrow().key())
        .isEqualTo("vehicle.trouble.fetchedOther");
  }

  @Test
  void whatAVehicleSaysItselfIsNotTakenForTheDispatchers() {
    assertThat(Trouble.read("laser scanner dirty")).isEmpty();
  }
}
