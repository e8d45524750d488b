/** Correcting one slot of a claim: which one, what it should say, why. */
import { html, useCallback, useMemo, useState } from "../vendor/preact.js";
import { useApp } from "../app/context.js";
import { Dialog } from "../app/dialog.js";
import { SLOTS, corrected, draft, isList, problems, value } from "../app/slotvalue.js";
import { Choice, When } from "./plainslots.js";
import { useDeciding } from "./deciding.js";
import { Entries } from "./entries.js";
import { Reason } from "./reason.js";
import { Sentence } from "./wordsfield.js";

/** The dialog; `judgements` is what the screen has seen of the claim, `done` is called once it is kept. */
export function SlotDialog({ claim: read, judgements, close, done }) {
  const { t } = useApp();
  const claim = useMemo(() => corrected(read), [read]);
  const [slot, setSlot] = useState("actors");
  const [drafts, setDrafts] = useState({});
  const [current, setCurrent] = useState(0);
  const [reason, setReason] = useState("");
  const { decide, busy, outcome } = useDeciding();
  const made = drafts[slot] ?? draft(slot, claim);
  const change = useCallback((next) => setDrafts((all) => ({ ...all, [slot]: next })), [slot]);
  const wrong = problems(slot, made, claim.sentence);
  const choose = useCallback((words, near) => {
    if (isList(slot) && made[current]) change(made.map((each, rank) => (rank === current ? { ...each, words, near } : each)));
  }, [slot, made, current, change]);
  const send = (event) => {
    event.preventDefault();
    const decision = { kind: "slot", subject: claim.id, object: slot, verdict: "corrected", value: value(slot, made, claim), reason };
    decide(decision, judgements, (answer) => { close(); done?.(answer); });
  };
  return html`<${Dialog} title=${t("slot.title")} close=${close} wide>
    <form onSubmit=${send} novalidate>
      <${Sentence} claim=${claim} onChoose=${choose} />
      <p class="quiet">${t(isList(slot) ? "slot.mark" : "slot.plain")}</p>
      <label class="field">${t("slot.which")}
        <select value=${slot} autofocus onChange=${(event) => { setSlot(event.target.value); setCurrent(0); }}>
          ${SLOTS.map((each) => html`<option key=${each} value=${each}>${t.or(`fields.${each}`, t(`slot.${each}`))}</option>`)}
        </select></label>
      <${Slot} slot=${slot} made=${made} change=${change} current=${current} setCurrent=${setCurrent} wrong=${wrong} />
      <${Reason} id="slot-reason" value=${reason} onChange=${setReason} />
      ${wrong.length ? html`<ul class="wrong" aria-live="polite">${wrong.map(({ key, entry }) => html`<li key=${key + entry}>${entry === null ? null : `${entry + 1}. `}${t(key)}</li>`)}</ul>` : null}
      ${outcome}
      <div class="buttons"><button type="submit" class="button primary" disabled=${busy || wrong.length > 0}>${t("slot.send")}</button>
        <button type="button" class="button" onClick=${close}>${t("cancel")}</button></div>
    </form>
  </${Dialog}>`;
}

function Slot({ slot, made, change, ...rest }) {
  if (isList(slot)) return html`<${Entries} slot=${slot} entries=${made} change=${change} ...${rest} />`;
  if (slot === "when") return html`<${When} made=${made} change=${change} />`;
  return html`<${Choice} slot=${slot} made=${made} change=${change} />`;
}
