-- Due dates are put off, and bodies asked, after letters have come: whether one is late is worked out when it is read.
alter table comment drop column late;
alter table letter drop column late;
