/** What the reader narrowed the report down to: days, grades and words. */

/** Everything. */
export const EVERYTHING = { from: null, to: null, grades: [], words: "" };

/** Whether a choice leaves anything out. */
export function narrows(choice) {
  return Boolean(choice.from || choice.to || choice.grades.length || choice.words.trim());
}

/** The events of a choice, in the order of the chronology. */
export function chosen(story, choice) {
  const asked = folded(choice.words).split(/\s+/).filter(Boolean);
  return story.days.flatMap((day) => day.events.map((id) => story.eventById.get(id))).filter((event) => event && fits(event, choice, asked, story));
}

/** Whether an interval meets the chosen days; without days it does only where none are chosen. An open end reaches on. */
export function within(start, end, { from, to }) {
  if (!from && !to) return true;
  if (!start && !end) return false;
  return (!to || (start ?? end) <= to) && (!from || (end ?? start) >= from);
}

/** Whether something that lasts (control, a period's total) meets the chosen days; null ends are open. */
export function lasts(start, end, { from, to }) {
  return (!to || !start || start <= to) && (!from || !end || end >= from);
}

/** Lower case without accents, so that words are found however they are typed. */
export function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function fits(event, choice, asked, story) {
  if (!within(event.when.start, event.when.end, choice)) return false;
  if (choice.grades.length > 0 && !choice.grades.includes(event.grade)) return false;
  return asked.length === 0 || asked.every((word) => haystack(event, story).includes(word));
}

const haystacks = new WeakMap();

/** All words of an event that can be searched: its sentence and its claims' original words, reports and speakers. */
function haystack(event, story) {
  if (!haystacks.has(event)) haystacks.set(event, folded(words(event, story).join("\n")));
  return haystacks.get(event);
}

function words(event, story) {
  const claims = event.claims.map((id) => story.claimById.get(id)).filter(Boolean);
  const told = claims.flatMap((claim) => [claim.pieces.map((piece) => piece.text).join(""), claim.says ?? "", claim.report.title ?? "", claim.report.outlet ?? ""]);
  const named = [...event.actors, ...event.targets, ...event.places].map((one) => one.name);
  return [event.id, event.sentence, ...named, ...event.claims, ...told];
}
