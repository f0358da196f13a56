package dev.aisle.agv.control;

import static dev.aisle.agv.control.Desk.ONE;
import static dev.aisle.agv.control.Desk.TWO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.control.io.DispatchJournal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The journal is stored as JSON by whoever runs the dispatcher. */
class DispatchJournalTest {
  @Test
  void itComesBackFromJsonAsItWas() {
    Desk desk = new Desk(ONE, TWO);
    desk.says(ONE).at("H1", 0).send();
    desk.says(TWO).at("H2", 0).send();
    desk.submit(Desk.request("T1", "D1", "S1"));
    desk.submit(Desk.request("T2", "D1", "S1"));
    JsonMapper json = JsonMapper.builder().build();
    String text = json.writeValueAsString(desk.stored);
    assertThat(json.readValue(text, DispatchJournal.class)).isEqualTo(desk.stored);
  }
}
