package dev.aisle.agv.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aisle.agv.fleet.Trouble.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TroubleTest {

  @ParameterizedTest
  @EnumSource(Kind.class)
  void everyKindSaysAllItsValuesInItsSentence(Kind kind) {
    List<String> values = List.of("S-01", "S-02", "S-03").subList(0, kind.valueCount());
    String sentence = new Trouble(kind, values).sentence();
    assertThat(values).allSatisfy(value -> assertThat(sentence).contains(value));
    assertThat(sentence).doesNotContain("%");
  }

  @Test
  void theKeyIsThatOfTheScreens() {
    Trouble trouble = Trouble.of(Kind.FETCHED_OTHER, "A", "B");
    assertThat(trouble.key()).isEqualTo("vehicle.trouble.fetchedOther");
    assertThat(trouble.keyValues()).containsExactly("A", "B");
  }

  @Test
  void whatAVehicleSaysItselfStaysInItsWords() {
    Trouble trouble = Trouble.inWords("fetched A instead of B");
    assertThat(trouble.key()).isEqualTo("fetched A instead of B");
    assertThat(trouble.keyValues()).isEmpty();
    assertThat(trouble.sentence()).isEqualTo("fetched A instead of B");
  }

  @Test
  void aWordWithoutItsValuesIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Trouble.of(Kind.FETCHED_OTHER, "A"));
  }
}
