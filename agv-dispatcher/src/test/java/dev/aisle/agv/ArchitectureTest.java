package dev.aisle.agv;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The dispatcher is a function: what it does depends on nothing but what it is given. */
class ArchitectureTest {
  private static final String EXCHANGE = "dev.aisle.agv.exchange..";

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.aisle.agv");

  @Test
  void itKnowsOnlyTheVehiclePortGraphsAndPlainJava() {
    classes()
        .that()
        .resideOutsideOfPackage(EXCHANGE)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.aisle.agv..",
            "dev.aisle.device.agv",
            "org.jgrapht..",
            "org.jspecify.annotations",
            "java.lang..",
            "java.time..",
            "java.util",
            "java.util.function",
            "java.util.stream")
        .check(MAIN);
  }

  @Test
  void onlyTheExchangeOfFloorsKnowsJsonAndXml() {
    classes()
        .that()
        .resideInAPackage(EXCHANGE)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.aisle.agv.exchange..",
            "dev.aisle.agv.roadmap..",
            "tools.jackson..",
            "javax.xml.stream",
            "org.jspecify.annotations",
            "java.io",
            "java.lang..",
            "java.time..",
            "java.util",
            "java.util.function",
            "java.util.stream")
        .check(MAIN);
  }

  @Test
  void itAsksNoClockAndNoDice() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(Instant.class, "now", Clock.class)
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Thread.class, Random.class, Clock.class)
        .check(MAIN);
  }

  @Test
  void itsPackagesFormNoCircle() {
    slices().matching("dev.aisle.agv.(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void theRoomsOfControlFormNoCircle() {
    slices().matching("dev.aisle.agv.control.(*)..").should().beFreeOfCycles().check(MAIN);
  }

  /** A step's draft has open fields: they are for the rooms that make the step together. */
  @Test
  void onlyControlTouchesItsState() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.aisle.agv.control..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.aisle.agv.control.state..")
        .check(MAIN);
  }
}
