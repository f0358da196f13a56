package dev.aisle.device;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each library has one home, and what decodes knows neither thread nor clock. */
class HouseRulesTest {
  private static final JavaClasses DRIVERS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.aisle.device");

  @Test
  void onlyOneClassKnowsTheSerialLibrary() {
    assertThat(whoKnows("jssc")).containsExactly("dev.aisle.device.serial.SerialPortLink");
  }

  @Test
  void onlyTheModbusPackageKnowsTheModbusLibrary() {
    assertThat(whoKnows("com.ghgande.j2mod"))
        .isNotEmpty()
        .allMatch(name -> name.startsWith("dev.aisle.device.modbus."));
  }

  @Test
  void onlyTheMqttPackageKnowsTheMqttLibrary() {
    assertThat(whoKnows("org.eclipse.paho"))
        .isNotEmpty()
        .allMatch(name -> name.startsWith("dev.aisle.device.mqtt."));
  }

  @Test
  void onlyVda5050KnowsJson() {
    assertThat(whoKnows("tools.jackson"))
        .isNotEmpty()
        .allMatch(name -> name.startsWith("dev.aisle.device.agv.vda5050."));
  }

  @Test
  void onlyProfilesKnowYaml() {
    assertThat(whoKnows("org.yaml")).containsExactly("dev.aisle.device.rfid.modbus.ProfileTree");
  }

  @Test
  void whatDecodesKnowsNoThreadAndNoClock() {
    noClasses()
        .that(isPure())
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.lang\\.Thread|java\\.util\\.concurrent\\..*|java\\.time\\.Clock")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(DRIVERS);
  }

  @Test
  void nobodyAsksTheSystemForTheTime() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(DRIVERS);
  }

  @Test
  void theVehiclePortKnowsNoProtocol() {
    classes()
        .that()
        .resideInAPackage("dev.aisle.device.agv")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.aisle.device.agv", "java..", "org.jspecify..")
        .check(DRIVERS);
  }

  @Test
  void packagesKnowEachOtherWithoutCycles() {
    SlicesRuleDefinition.slices()
        .matching("dev.aisle.device.(**)")
        .should()
        .beFreeOfCycles()
        .check(DRIVERS);
  }

  private static DescribedPredicate<JavaClass> isPure() {
    return DescribedPredicate.describe(
        "a codec or a pure rule",
        type ->
            type.getPackageName().equals("dev.aisle.device.rfid.epc")
                || type.getPackageName().equals("dev.aisle.device.gs1")
                || type.getPackageName()
                    .matches(
                        "dev\\.aisle\\.device\\.rfid\\.(smoothing|readpoint|pass|pass\\.record|cycle|load)")
                || type.getName()
                    .matches(
                        "dev\\.aisle\\.device\\.(rfid\\.bb\\.(BbFrame|BbReply|BbCommands|BbAnswers"
                            + "|BbErrors|BbWords|BbQuery|BbLock|TagCrc).*"
                            + "|modbus\\.(RtuFrame|UnitPatience).*"
                            + "|rfid\\.modbus\\.(Profile.*|HeadProfile|TagUidFormat|TagPresence).*"
                            + "|plc\\.(Point|PointWatch|ReadPlan|Debounce|PlcImage).*"
                            + "|plc\\.output\\..*|plc\\.machine\\.(?!MachineRunner).*"
                            + "|scale\\.(Scale(Format|Lines|Says)|Settling|SicsFormat|AndFormat).*"
                            + "|scale\\.(ToledoFormat|PatternFormat|Weight).*"
                            + "|barcode\\.(CodeReader|ScanFrames|Symbology).*"
                            + "|printer\\.(Zpl|Code128Data|Label|PrinterReplies|PrinterStatus)"
                            + "|agv\\.vda5050\\.([A-Z][A-Za-z]*Codec|[A-Z][A-Za-z]*Fields|[A-Z][A-Za-z]*Reader"
                            + "|FactsheetWriter|Words|Json|OrderRules).*"
                            + "|link\\.BackOff)"));
  }

  private static Set<String> whoKnows(String library) {
    Set<String> names = new TreeSet<>();
    for (JavaClass type : DRIVERS) {
      boolean knows =
          type.getDirectDependenciesFromSelf().stream()
              .anyMatch(
                  dependency -> dependency.getTargetClass().getPackageName().startsWith(library));
      if (knows) {
        names.add(type.getName());
      }
    }
    return names;
  }
}
