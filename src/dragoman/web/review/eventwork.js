/** An event with its claims, where claims can be chosen, set apart, corrected and rejected, and the grade be set. */
import { html, useState } from "../vendor/preact.js";
import { useApp } from "../app/context.js";
import { useKeys } from "../app/keys.js";
import { link } from "../app/link.js";
import { Disagreements } from "../parts/disagreements.js";
import { EventClaims, byVoice } from "../parts/event.js";
import { SlotLegend } from "../parts/told.js";
import { GradeDialog, SplitDialog } from "./asking.js";
import { ClaimWork, useClaimDialogs } from "./claimwork.js";
import { latestOf, useDeciding } from "./deciding.js";

const NUMBERED = 9;

/** Claims of `data` (the JSON of an event's page) with all that can be decided on them. */
export function EventWork({ data, done, name: heading = "h2" }) {
  const { t, readOnly, user } = useApp();
  const { event, claims, judgements } = data;
  const [chosen, setChosen] = useState([]);
  const [open, setOpen] = useState(null);
  const { decide, undo, busy, outcome } = useDeciding();
  const mine = latestOf(judgements, user);
  const [act, dialog] = useClaimDialogs(() => judgements, done);
  const ordered = byVoice(claims).flatMap((voice) => voice.claims);
  const toggle = (id) => setChosen((now) => (now.includes(id) ? now.filter((each) => each !== id) : [...now, id]));
  const one = ordered.find((claim) => claim.id === chosen[0]) ?? ordered[0];
  const pair = (verdict) => decide({ kind: "pair", subject: [...chosen].sort()[0], object: [...chosen].sort()[1], verdict }, judgements, done);
  const can = { split: chosen.length > 0 && chosen.length < claims.length, pair: chosen.length === 2 };
  useKeys(readOnly ? [] : eventKeys({ t, ordered, toggle, one, act, pair, can, setOpen, back: mine && (() => undo(mine)) }));
  return html`<section class="event-work">
    <${heading}>${t("event_page.claims")}</${heading}>
    <${SlotLegend} t=${t} />
    <${Disagreements} event=${event} claims=${claims} t=${t} link=${link} />
    ${readOnly ? null : html`<div class="toolbar" role="toolbar" aria-label=${t("act.label")}>
      <button type="button" class="button" onClick=${() => setOpen("grade")}>${t("act.grade")} <kbd>g</kbd></button>
      ${claims.length < 2 ? null : html`<button type="button" class="button" disabled=${!can.split} onClick=${() => setOpen("split")}>${t("act.split", { n: chosen.length })} <kbd>s</kbd></button>`}
      ${can.pair ? ["same", "different", "unsure"].map((verdict) => html`<button key=${verdict} type="button" class="button" disabled=${busy} onClick=${() => pair(verdict)}>${t(`verdicts.${verdict}`)} <kbd>${KEYS[verdict]}</kbd></button>`) : null}
      ${claims.length < 2 ? null : html`<span class="quiet" role="status">${chosen.length ? t("split.chosen", { n: chosen.length }) : t("split.hint")}</span>`}
    </div>`}
    ${outcome}
    <${Coming} event=${event} />
    <${EventClaims} claims=${claims} t=${t} link=${link} draw=${(claim) => html`<${ClaimWork} claim=${claim} act=${act}>
      ${claims.length < 2 ? null : html`<${Choose} rank=${ordered.indexOf(claim)} checked=${chosen.includes(claim.id)} toggle=${() => toggle(claim.id)} />`}</${ClaimWork}>`} />
    ${dialog}
    ${open === "grade" ? html`<${GradeDialog} event=${event} judgements=${judgements} close=${() => setOpen(null)} done=${done} />` : null}
    ${open === "split" && can.split ? html`<${SplitDialog} event=${event} apart=${[...chosen].sort()} judgements=${judgements} close=${() => setOpen(null)}
      done=${(answer) => { setChosen([]); done?.(answer); }} />` : null}
  </section>`;
}

/** The grade that a person set, as long as the event itself does not show it. */
function Coming({ event }) {
  const { t } = useApp();
  const grade = event.review?.grade?.grade;
  return grade && grade !== event.grade ? html`<p class="mended">${t("grade.coming", { grade: t(`grades.${grade}`) })}</p>` : null;
}

const KEYS = { same: "y", different: "n", unsure: "u" };

function Choose({ rank, checked, toggle }) {
  const { t } = useApp();
  return html`<label class="choice choose"><input type="checkbox" checked=${checked} onChange=${toggle} /> ${t("split.choose")} ${rank < NUMBERED ? html`<kbd>${rank + 1}</kbd>` : null}</label>`;
}

function eventKeys({ t, ordered, toggle, one, act, pair, can, setOpen, back }) {
  const numbers = ordered.slice(0, NUMBERED).map((claim, rank) => ({ key: String(rank + 1), shown: "1–9", label: t("key.choose"), run: () => toggle(claim.id) }));
  const pairs = Object.entries(KEYS).map(([verdict, key]) => ({ key, label: t(`key.${verdict}`), run: () => pair(verdict), off: !can.pair }));
  return [...numbers, ...pairs,
    { key: "s", label: t("key.split"), run: () => setOpen("split"), off: !can.split },
    { key: "g", label: t("key.grade"), run: () => setOpen("grade") },
    { key: "z", label: t("key.undo"), run: back, off: !back },
    { key: "e", label: t("key.correct"), run: () => act("slot", one), off: !one },
    { key: "x", label: t("key.reject"), run: () => act("reject", one), off: !one }];
}
