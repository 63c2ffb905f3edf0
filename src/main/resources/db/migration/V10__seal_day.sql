alter table draft add column seal_planned_for date;
