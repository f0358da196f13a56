package dev.aisle.device.rfid.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.device.rfid.epc.Epc;
import dev.aisle.device.rfid.epc.EpcCodec;
import dev.aisle.device.rfid.uhf.protocol.AccessAnswer;
import dev.aisle.device.rfid.uhf.protocol.Bank;
import dev.aisle.device.rfid.uhf.protocol.Heard.Concern;
import dev.aisle.device.rfid.uhf.protocol.TagCommand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingStationTest {
  // Examples of the GS1 EPC Tag Data Standard for SGTIN-96 and SSCC-96.
  private static final String SGTIN = "3074257BF7194E4000001A85";
  private static final String SSCC = "3174257BF4499602D2000000";
  private static final String BLANK = "E28011700000020F5C3A1234";
  private static final String TID = "E2801170200012345678ABCD";
  private static final String OTHER_TID = "E2801170200087654321DCBA";

  private final UnfinishedWrites unfinished = UnfinishedWrites.inMemory();

  @Test
  void aBlankTagGetsItsEpcAndIsProvenByItsChip() {
    BenchTag tag = new BenchTag(TID, BLANK);
    EncodingOutcome outcome = station(new BenchField(1, tag)).encode(EncodingRequest.of(SGTIN));
    assertThat(outcome)
        .isEqualTo(
            new EncodingOutcome.Encoded(
                new EncodingOutcome.Evidence(TID, BLANK, SGTIN, 0x3000, 1, false), List.of()));
    assertThat(tag.epc()).isEqualTo(SGTIN);
  }

  @Test
  void aShorterOrLongerEpcChangesTheLengthInThePcWord() {
    BenchTag tag = new BenchTag(TID, BLANK);
    String longer = SGTIN + "00010002";
    EncodingOutcome outcome = station(new BenchField(1, tag)).encode(EncodingRequest.of(longer));
    assertThat(outcome.done()).isTrue();
    assertThat(tag.epc()).isEqualTo(longer);
    assertThat(tag.epcBank.get(1)).isEqualTo("4000");
  }

  @Test
  void aTagThatCarriesTheEpcAlreadyIsNotWritten() {
    BenchTag tag = new BenchTag(TID, SGTIN);
    EncodingOutcome outcome = station(new BenchField(1, tag)).encode(EncodingRequest.of(SGTIN));
    assertThat(outcome.done()).isTrue();
    assertThat(tag.writes).isZero();
  }

  @Test
  void withAnotherTagInTheFieldNothingIsWritten() {
    BenchTag tag = new BenchTag(TID, BLANK);
    BenchTag other = new BenchTag(OTHER_TID, SSCC);
    EncodingOutcome outcome =
        station(new BenchField(1, tag, other)).encode(EncodingRequest.of(SGTIN));
    assertThat(outcome).isEqualTo(new EncodingOutcome.SeveralTags(List.of(SSCC, BLANK)));
    assertThat(tag.writes + other.writes).isZero();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void twoBlankTagsOfTheSameEpcAreToldApartByTheirChips(long seed) {
    BenchTag tag = new BenchTag(TID, BLANK);
    BenchTag twin = new BenchTag(OTHER_TID, BLANK);
    EncodingOutcome outcome =
        station(new BenchField(seed, tag, twin)).encode(EncodingRequest.of(SGTIN));
    assertThat(outcome).isEqualTo(new EncodingOutcome.Twins(BLANK, List.of(TID, OTHER_TID)));
    assertThat(tag.writes + twin.writes).isZero();
  }

  @Test
  void twinsBeforeDifferentAntennasAreToldApartToo() {
    BenchTag tag = new BenchTag(TID, BLANK);
    BenchTag twin = new BenchTag(OTHER_TID, BLANK);
    BenchField field = new BenchField(1, tag, twin);
    field.places.put(twin, Map.of(3, 40));
    assertThat(station(field).encode(EncodingRequest.of(SGTIN)))
        .isEqualTo(new EncodingOutcome.Twins(BLANK, List.of(TID, OTHER_TID)));
    assertThat(tag.writes + twin.writes).isZero();
  }

  @Test
  void onlyTheAntennaThatHeardTheTagBestSendsWhileItIsWorkedOn() {
    BenchTag tag = new BenchTag(TID, BLANK);
    BenchField field = new BenchField(1, tag);
    field.places.put(tag, Map.of(1, 20, 2, 60, 3, 40));
    field.beforeWrite =
        () -> {
          field.places.put(tag, Map.of(2, 60));
          field.sending.clear();
        };
    assertThat(station(field).encode(EncodingRequest.of(SGTIN).withLock(0x12345678)).done())
        .isTrue();
    assertThat(field.sending).hasSizeGreaterThan(2).containsOnly(2);
  }

  @Test
  void aTwinThatComesToAnotherAntennaIsNotWrittenInItsPlace() {
    BenchTag tag = new BenchTag(TID, BLANK);
    BenchTag twin = new BenchTag(OTHER_TID, BLANK);
    BenchField field = new BenchField(1, tag);
    field.places.put(twin, Map.of(2, 60));
    field.beforeWrite =
        () -> {
          field.tags.clear();
          field.tags.add(twin);
        };
    assertThat(station(field).encode(EncodingRequest.of(SGTIN)))
        .isEqualTo(
            new EncodingOutcome.Unfinished(TID, BLANK, "", Hitch.of(new AccessAnswer.NoTag())));
    assertThat(twin.writes).isZero();
  }

  @Test
  void anEmptyFieldIsSaidSo() {
    assertThat(station(new BenchField(1)).encode(EncodingRequest.of(SGTIN)))
        .isEqualTo(new EncodingOutcome.NoTag());
  }

  @Test
  void anEpcInUseIsOverwrittenOnlyWhenTold() {
    BenchTag tag = new BenchTag(TID, SSCC);
    EncodingStation station = station(new BenchField(1, tag));
    assertThat(station.encode(EncodingRequest.of(SGTIN)))
        .isEqualTo(new EncodingOutcome.InUse(SSCC, TID));
    assertThat(tag.writes).isZero();
    assertThat(station.encode(EncodingRequest.of(SGTIN).replacing()).done()).isTrue();
    assertThat(tag.epc()).isEqualTo(SGTIN);
  }

  @Test
  void aChipWithoutASerialNumberIsNotWritten() {
    BenchTag tag = new BenchTag("E2001234", BLANK);
    assertThat(station(new BenchField(1, tag)).encode(EncodingRequest.of(SGTIN)))
        .isEqualTo(new EncodingOutcome.NoSerial(BLANK, "E2001234"));
    assertThat(tag.writes).isZero();
  }

  @ParameterizedTest(name = "after {0} words")
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  void aWriteThatIsCutOffIsFinishedAtOnceWhileTheTagStays(int words) {
    BenchTag tag = new BenchTag(TID, BLANK);
    BenchField field = new BenchField(1, tag);
    field.cuts.add(words);
    EncodingOutcome outcome = station(field).encode(EncodingRequest.of(SGTIN));
    assertThat(outcome)
        .isEqualTo(
            new EncodingOutcome.Encoded(
                new EncodingOutcome.Evidence(TID, BLANK, SGTIN, 0x3000, 2, false), List.of()));
  }

  @ParameterizedTest(name = "after {0} words")
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  void aHalfWrittenTagIsKnownByItsChipWhenItComesBack(int words) {
    BenchTag tag = new BenchTag(TID, BLANK);
    BenchField field = new BenchField(1, tag);
    field.cuts.add(words);
    field.leavesWhenCut = true;
    // Whatever is half written counts as in use here: only the chip tells that it is ours.
    EncodingStation station = new EncodingStation(field, epc -> !epc.equals(BLANK), unfinished);
    assertThat(station.encode(EncodingRequest.of(SGTIN)))
        .isEqualTo(
            new EncodingOutcome.Unfinished(TID, BLANK, "", Hitch.of(new AccessAnswer.NoAnswer())));
    field.tags.add(tag);
    EncodingOutcome outcome = station.encode(EncodingRequest.of(SGTIN));
    assertThat(outcome.done()).as("%s", outcome).isTrue();
    assertThat(tag.epc()).isEqualTo(SGTIN);
    assertThat(unfinished.of(TID)).isEmpty();
  }

  @Test
  void aWriteWhoseAnswerWasLostIsNotRepeated() {
    BenchTag tag = new BenchTag(TID, BLANK);
    BenchField field = new BenchField(1, tag);
    field.answersLost = 1;
    assertThat(station(field).encode(EncodingRequest.of(SGTIN)).done()).isTrue();
    assertThat(tag.writes).isEqualTo(1);
  }

  @Test
  void aLockedTagTakesNoFurtherEpcWithoutItsPassword() {
    BenchTag tag = new BenchTag(TID, BLANK);
    BenchField field = new BenchField(1, tag);
    EncodingOutcome outcome = station(field).encode(EncodingRequest.of(SGTIN).withLock(0x12345678));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            EncodingOutcome.Encoded.class, done -> assertThat(done.evidence().locked()).isTrue());
    assertThat(tag.epcLocked && tag.passwordLocked).isTrue();
    assertThat(field.access(new TagCommand.Write(Optional.empty(), 0, Bank.EPC, 1, "3000" + SSCC)))
        .isInstanceOf(AccessAnswer.Refused.class);
    EncodingRequest without = EncodingRequest.of(SSCC).replacing();
    assertThat(station(field).encode(without))
        .isEqualTo(
            new EncodingOutcome.Refused(
                "writing the EPC", 0xB4, "memory locked", Concern.LOCKED, TID, SGTIN));
    EncodingRequest with = new EncodingRequest(SSCC, 0x12345678, OptionalInt.empty(), false, true);
    assertThat(station(field).encode(with).done()).isTrue();
  }

  @Test
  void aLockWithoutAPasswordIsRefusedBeforeAnythingIsAsked() {
    assertThatThrownBy(() -> new EncodingRequest(SGTIN, 0, OptionalInt.empty(), true, false))
        .hasMessageContaining("holds only with an access password");
    assertThatThrownBy(() -> EncodingRequest.of("30742")).hasMessageContaining("4 hex digits");
  }

  @Test
  void anEpcThatDoesNotFitLeavesTheTagAsItWas() {
    BenchTag tag = new BenchTag(TID, BLANK);
    EncodingOutcome outcome =
        station(new BenchField(1, tag)).encode(EncodingRequest.of(SGTIN + SGTIN));
    assertThat(outcome)
        .isEqualTo(
            new EncodingOutcome.Refused(
                "writing the EPC", 0xB3, "memory overrun", Concern.TAG, TID, BLANK));
    assertThat(tag.epc()).isEqualTo(BLANK);
    assertThat(unfinished.of(TID)).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noSecondTagIsEverWrittenWhateverHappens(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    BenchTag tag = new BenchTag(TID, BLANK);
    BenchField field = new BenchField(seed, tag);
    field.missed = 0.2;
    field.leavesWhenCut = random.nextBoolean();
    field.answersLost = random.nextInt(3);
    for (int i = random.nextInt(4); i > 0; i--) {
      field.cuts.add(random.nextInt(8));
    }
    BenchTag bystander = new BenchTag(OTHER_TID, random.nextBoolean() ? SSCC : BLANK);
    boolean crowded = random.nextBoolean();
    if (random.nextBoolean()) {
      field.places.put(bystander, Map.of(2, 60, 3, 30));
    }
    if (crowded) {
      field.tags.add(bystander);
    }
    EncodingOutcome outcome = station(field).encode(EncodingRequest.of(SGTIN));
    assertThat(tag.writes == 0 || bystander.writes == 0).as("%s", outcome).isTrue();
    if (outcome.done()) {
      assertThat(tag.epc()).as("%s", outcome).isEqualTo(SGTIN);
    }
    if (outcome instanceof EncodingOutcome.Refused || outcome instanceof EncodingOutcome.InUse) {
      assertThat(tag.epc()).isEqualTo(BLANK);
    }
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 300);
  }

  private EncodingStation station(BenchField field) {
    return new EncodingStation(field, epc -> EpcCodec.decode(epc) instanceof Epc.Gs1, unfinished);
  }
}
