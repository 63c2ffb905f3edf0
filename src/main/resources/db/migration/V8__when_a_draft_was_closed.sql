-- What comes into a closed draft is late even where no due date was ever set.
alter table draft add column closed_at timestamptz;
