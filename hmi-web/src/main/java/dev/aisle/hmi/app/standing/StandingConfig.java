package dev.aisle.hmi.app.standing;

import dev.aisle.hmi.live.simulator.InvariantCheck;
import dev.aisle.wms.inventory.InventoryInvariants;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The invariants of the stock, and when they are checked. */
@Configuration(proxyBeanMethods = false)
class StandingConfig {
  private static final int EVERY_SECONDS = 60;

  @Bean
  InvariantCheck stockIsConserved(InventoryInvariants ledger) {
    return new StockInvariant(
        "I1", "stock is conserved, nothing is negative, reserved is at most on hand", ledger);
  }

  @Bean
  InvariantCheck everyUnitIsInOnePlace(InventoryInvariants ledger) {
    return new StockInvariant("I2", "every handling unit is in exactly one place", ledger);
  }

  @Bean
  JobDetail standingCheckJob() {
    return JobBuilder.newJob(StandingCheckJob.class)
        .withIdentity("standing-checks")
        .storeDurably()
        .build();
  }

  @Bean
  Trigger everyMinute(JobDetail standingCheckJob) {
    return TriggerBuilder.newTrigger()
        .withIdentity("standing-checks-every-minute")
        .forJob(standingCheckJob)
        .startAt(new java.util.Date(System.currentTimeMillis() + EVERY_SECONDS * 1000L))
        .withSchedule(
            SimpleScheduleBuilder.repeatSecondlyForever(EVERY_SECONDS)
                .withMisfireHandlingInstructionNextWithRemainingCount())
        .build();
  }
}
