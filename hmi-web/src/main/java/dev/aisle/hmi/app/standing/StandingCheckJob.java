package dev.aisle.hmi.app.standing;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Calls the standing checks; of several programs on one database only one does. */
@DisallowConcurrentExecution
final class StandingCheckJob implements Job {
  private final StandingChecks checks;
  private final ResourceChecks resources;

  StandingCheckJob(StandingChecks checks, ResourceChecks resources) {
    this.checks = checks;
    this.resources = resources;
  }

  @Override
  public void execute(JobExecutionContext context) {
    checks.checkAll();
    resources.check();
  }
}
