package dev.aisle.sim;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

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
  static final ArchRule theSimulatorKnowsNoModbusLibrary =
      noClasses().should().dependOnClassesThat().resideInAPackage("com.ghgande..");

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
