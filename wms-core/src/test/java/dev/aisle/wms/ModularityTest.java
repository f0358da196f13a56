package dev.aisle.wms;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Who may know whom in the warehouse. Every rule fails when it finds nothing to judge. */
class ModularityTest {
  private static final String ROOT = WmsCore.class.getPackageName();

  /** A capability knows those on earlier lines only; those on one line do not know each other. */
  private static final List<Set<String>> ORDER_OF_KNOWLEDGE =
      List.of(
          Set.of("shared", "outbox"),
          Set.of("item", "location", "party"),
          Set.of("unit"),
          Set.of("inventory"),
          Set.of("transport", "capture"),
          Set.of("task"),
          Set.of("storage"),
          Set.of("inbound", "order"),
          Set.of("outbound"),
          Set.of("shipment"),
          Set.of("masterdata"),
          Set.of("trace"));

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void capabilitiesKnowEachOtherOnlyThroughTheirRootPackageAndWithoutCycles() {
    ApplicationModules modules = ApplicationModules.of(WmsCore.class);
    assertThat(modules.stream()).hasSizeGreaterThan(7);
    modules.verify();
  }

  @Test
  void everyCapabilityHasItsPlaceInTheOrderOfKnowledge() {
    Set<String> found = new TreeSet<>();
    for (JavaClass type : classes) {
      found.add(capability(type));
    }
    found.remove("");
    assertThat(found).isNotEmpty();
    assertThat(ORDER_OF_KNOWLEDGE.stream().flatMap(Set::stream)).containsAll(found);
  }

  @Test
  void aCapabilityKnowsOnlyEarlierOnes() {
    classes()
        .that(describe("belong to a capability", type -> !capability(type).isEmpty()))
        .should(knowOnlyEarlierCapabilities())
        .check(classes);
  }

  @Test
  void entitiesHaveNoSetters() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Entity.class)
        .should()
        .haveNameNotMatching("set[A-Z].*")
        .check(classes);
  }

  @Test
  void entitiesAreNotJsonAndNotSeenFromOutside() {
    noClasses()
        .that()
        .areAnnotatedWith(Entity.class)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.fasterxml.jackson..", "tools.jackson..")
        .check(classes);
    classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate().check(classes);
  }

  @Test
  void theWarehouseKnowsNoDriverNoDispatcherAndNoSocket() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.aisle.device..", "dev.aisle.agv..", "dev.aisle.hmi..", "java.net.http..")
        .check(classes);
  }

  private static ArchCondition<JavaClass> knowOnlyEarlierCapabilities() {
    return new ArchCondition<>("know only capabilities before their own") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          String own = capability(type);
          String other = capability(dependency.getTargetClass());
          if (!other.isEmpty() && !other.equals(own) && line(other) >= line(own)) {
            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
          }
        }
      }
    };
  }

  private static int line(String capability) {
    for (int i = 0; i < ORDER_OF_KNOWLEDGE.size(); i++) {
      if (ORDER_OF_KNOWLEDGE.get(i).contains(capability)) {
        return i;
      }
    }
    return -1;
  }

  private static String capability(JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(ROOT + ".")) {
      return "";
    }
    String below = name.substring(ROOT.length() + 1);
    return below.contains(".") ? below.substring(0, below.indexOf('.')) : below;
  }
}
