package dev.aisle.wms.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * Runs against the whole warehouse on a real PostgreSQL. Every test begins with empty tables at
 * {@link SettableClock#START}; outstanding events of the test before are awaited first.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = WmsTestApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = "aisle.flows.try-again-ms=3600000")
@ExtendWith(EmptyTables.class)
public @interface WmsTest {}
