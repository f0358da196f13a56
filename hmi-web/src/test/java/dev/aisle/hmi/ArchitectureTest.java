package dev.aisle.hmi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(packages = "dev.aisle.hmi", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule theRoomsOfTheBridgeKnowEachOtherWithoutCycles =
      SlicesRuleDefinition.slices()
          .matching("dev.aisle.hmi.bridge.(*)..")
          .should()
          .beFreeOfCycles();

  @ArchTest
  static final ArchRule theRoomsOfTheSiteFileKnowEachOtherWithoutCycles =
      SlicesRuleDefinition.slices()
          .matching("dev.aisle.hmi.app.site.(*)..")
          .should()
          .beFreeOfCycles();

  @ArchTest
  static final ArchRule noRoomOfTheBridgeKnowsTheWhole =
      noClasses()
          .that()
          .resideInAnyPackage("dev.aisle.hmi.bridge.*..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.aisle.hmi.bridge");

  @ArchTest
  static final ArchRule aPageAsksThePortsAndNeverTheFloorItself =
      noClasses()
          .that()
          .resideInAPackage("dev.aisle.hmi.api..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.aisle.hmi.bridge..", "dev.aisle.device.link..", "dev.aisle.sim..");

  @ArchTest
  static final ArchRule whatPagesAreToldKnowsNobody =
      noClasses()
          .that()
          .resideInAPackage("dev.aisle.hmi.live..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.aisle.hmi.api..",
              "dev.aisle.hmi.app..",
              "dev.aisle.hmi.bridge..",
              "dev.aisle.hmi.security..");
}
