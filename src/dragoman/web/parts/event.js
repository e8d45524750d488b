/** One event: its sentence, grade and facts, and beside each other what every voice says of it. */
import { html } from "../vendor/preact.js";
import { ClaimCard } from "./claim.js";
import { Fact, Parties, Places, When } from "./facts.js";
import { counted, range } from "./format.js";
import { Grade } from "./grade.js";
import { Words } from "./told.js";

/** Sentence, grade, facts and remarks of an EventCard; `level` is the level of its heading, 0 for none. */
export function EventHead({ event, t, link, level = 2 }) {
  return html`<header class="event-head">
    ${level > 0 && html`<${`h${level}`} class="event-sentence"><${Words} text=${event.sentence} lang=${t.locale} /><//>`}
    <p class="event-line"><${Grade} grade=${event.grade} t=${t} /> <${Tellers} event=${event} t=${t} /> <code class="id">${event.id}</code></p>
    ${event.review?.grade && html`<p class="decided"><bdi class="told">${t("event.grade_set", event.review.grade)}</bdi></p>`}
    <${EventFacts} event=${event} t=${t} link=${link} />
    <${Remarks} event=${event} t=${t} />
  </header>`;
}

/** How many claims, reports and independent voices stand behind it. */
export function Tellers({ event, t }) {
  const parts = [["event.claims", event.claims.length], ["event.reports", event.reports], ["event.voices", event.originators.length]];
  return html`<span class="tellers">${parts.map(([key, n]) => t(key, { n })).join(" · ")}</span>`;
}

/** What, who, whom, where, when and how many. */
export function EventFacts({ event, t, link }) {
  return html`<dl class="facts">
    <${Fact} name=${t("claim.what")}>${t(`types.${event.type}`)}<//>
    ${event.actors.length > 0 && html`<${Fact} name=${t("claim.who")}><${Parties} parties=${event.actors} link=${link} /><//>`}
    ${event.targets.length > 0 && html`<${Fact} name=${t("claim.whom")}><${Parties} parties=${event.targets} link=${link} /><//>`}
    ${event.places.length > 0 && html`<${Fact} name=${t("claim.where")}><${Places} places=${event.places} t=${t} link=${link} /><//>`}
    <${Fact} name=${t("claim.when")}><${When} when=${event.when} t=${t} /><//>
    ${event.counts.length > 0 && html`<${Fact} name=${t("claim.numbers")}><${Numbers} counts=${event.counts} t=${t} /><//>`}
  </dl>`;
}

/** The claims of an event side by side, a column for every voice; `draw(claim)` may draw a card with more on it; `level` is that of a voice's heading. */
export function EventClaims({ claims, t, link, draw, level = 3 }) {
  const one = draw ?? ((claim) => html`<${ClaimCard} claim=${claim} t=${t} link=${link} />`);
  return html`<div class="voices">
    ${byVoice(claims).map(({ name, claims: said }) => html`<section class="voice" key=${name ?? ""}>
      <${`h${level}`} class="voice-name">${name ? html`<${Words} text=${name} />` : t("claim.unnamed_outlet")} <span class="voice-count">${t("event.claims", { n: said.length })}</span><//>
      ${said.map((claim) => html`<div key=${claim.id}>${one(claim)}</div>`)}
    </section>`)}
  </div>`;
}

/** Claims by the voice that says so, in order of how much each says, then by name; the unnamed last. */
export function byVoice(claims) {
  const voices = new Map();
  for (const claim of claims) {
    const key = claim.says ?? `\u0000${claim.document}`;
    if (!voices.has(key)) voices.set(key, { name: claim.says ?? null, claims: [] });
    voices.get(key).claims.push(claim);
  }
  const key = (voice) => [voice.name === null ? 1 : 0, -voice.claims.length, voice.name ?? voice.claims[0].document];
  return [...voices.values()].sort((a, b) => compare(key(a), key(b)));
}

function compare(a, b) {
  const place = a.findIndex((value, at) => value !== b[at]);
  return place < 0 ? 0 : a[place] < b[place] ? -1 : 1;
}

function Numbers({ counts, t }) {
  return html`<ul class="inline-list">${counts.map((count, place) => html`<li key=${place}>${counted(count, t)}: <strong class="number">${range(count.low, count.high, t)}</strong>
    ${differs(count) && html`${" "}<span class="precision">(${t("numbers.best", { best: count.best })})</span>`}</li>`)}</ul>`;
}

function differs(count) {
  return count.high !== count.low && count.by_source.length > 1;
}

function Remarks({ event, t }) {
  if (!event.remarks?.length) return null;
  return html`<ul class="remarks" aria-label=${t("event.remarks")}>${event.remarks.map((remark, place) => html`<li key=${place}><${Words} text=${remark} lang=${t.locale} /></li>`)}</ul>`;
}
