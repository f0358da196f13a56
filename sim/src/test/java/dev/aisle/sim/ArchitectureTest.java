package dev.aisle.sim;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.aisle.sim", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule theSimulatorKnowsNoSerialLibrary =
      noClasses().should().dependOnClassesThat().resideInAPackage("jssc..");

  @ArchTest
  static final ArchRule theSimulatorReachesTheBrokerOnlyThroughTheDriversLink =
      noClasses().should().dependOnClassesThat().resideInAPackage("org.eclipse.paho..");

  @ArchTest
  static final ArchRule onlyThePlcPackageKnowsTheModbusLibrary =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.aisle.sim.plc..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.ghgande..");

  @ArchTest
  static final ArchRule theModbusLibraryIsUsedAtAll =
      classes()
          .that()
          .haveSimpleName("ModbusSlaveServer")
          .should()
          .dependOnClassesThat(
              new DescribedPredicate<JavaClass>("are of the Modbus library") {
                @Override
                public boolean test(JavaClass type) {
                  return type.getPackageName().startsWith("com.ghgande");
                }
              });

  @ArchTest
  static final ArchRule worldAndVehiclesReadNoClock =
      noClasses()
          .that()
          .resideInAnyPackage("dev.aisle.sim.world..", "dev.aisle.sim.vehicle..")
          .should()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.Instant.class, "now");
}
