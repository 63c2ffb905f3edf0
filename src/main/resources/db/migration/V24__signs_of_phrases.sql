-- Signs that tell phrases apart though their words are the same: "< 5 %" is not "> 5 %", "1\" is not "1". Punctuation
-- of sentences is not among them.
create function phrase_signs(words text) returns text
    language sql immutable parallel safe strict
return regexp_replace(words, '[^\\/%‰&@#*§+=<>|~^`$€£¥°±×÷≤≥≠≈→←]', '', 'g');

drop index phrase_identity;
create unique index phrase_identity on phrase (plan_id, pattern, coalesce(result, ''), phrase_signs(text));
