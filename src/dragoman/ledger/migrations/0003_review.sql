-- What the screen asks for again and again: the most doubtful first, events in the order of days, one record's history.
CREATE INDEX link_score ON link (score);
CREATE INDEX claim_confidence ON claim (confidence);
CREATE INDEX event_first ON event (first, last, id);
CREATE INDEX judgement_subject ON judgement (subject);
CREATE INDEX judgement_object ON judgement (object) WHERE object IS NOT NULL;
