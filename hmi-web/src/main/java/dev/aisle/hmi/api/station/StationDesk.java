package dev.aisle.hmi.api.station;

import java.util.List;
import java.util.Optional;

/** Stations and their jobs as the people there see them. */
interface StationDesk {
  List<StationView> stations();

  StationView signOn(String station, String by);

  StationView signOff(String station, String by);

  /** Claims the next job, or goes on with the one already claimed. */
  Optional<Job> job(String station, String by);

  List<JobSummary> queue(String station);

  JobEffect start(String task, String by);

  JobEffect confirm(String task, Confirm what, String by);

  JobEffect shortPick(String task, ShortPick what, String by);

  JobEffect exception(String task, ExceptionReport what, String by);
}
