/** One claim with what a reviewer can do to it. */
import { html, useState } from "../vendor/preact.js";
import { useApp } from "../app/context.js";
import { link } from "../app/link.js";
import { ClaimCard } from "../parts/claim.js";
import { Words } from "../parts/told.js";
import { RejectDialog } from "./asking.js";
import { short } from "./judgements.js";
import { SlotDialog } from "./slotdialog.js";

/** A claim's card with the sentences around it and buttons below; `act(name, claim)` opens a dialog, `reject` offers that one. */
export function ClaimWork({ claim, act, children, reject = true, around = false }) {
  const { t, readOnly } = useApp();
  return html`<${ClaimCard} claim=${claim} t=${t} link=${link}>
    <${Mended} claim=${claim} />
    <${Around} claim=${claim} open=${around} />
    ${readOnly ? null : html`<div class="buttons claim-buttons">
      ${children}
      <button type="button" class="button small" onClick=${() => act("slot", claim)}>${t("act.correct")} <kbd>e</kbd></button>
      ${reject ? html`<button type="button" class="button small" onClick=${() => act("reject", claim)}>${t(claim.rejected ? "act.accept" : "act.reject")} <kbd>x</kbd></button>` : null}
    </div>`}
  </${ClaimCard}>`;
}

/** What corrected slots now say; the card above keeps what was read. */
function Mended({ claim }) {
  const { t } = useApp();
  if (!claim.corrections?.length) return null;
  return html`<ul class="mended" aria-label=${t("act.mended")}>${claim.corrections.map(({ slot, value, judgement }) => html`<li key=${judgement}>${t.or(`fields.${slot}`, t(`slot.${slot}`))} → <strong><${Words} text=${short(value)} /></strong></li>`)}</ul>`;
}

function Around({ claim, open }) {
  const { t } = useApp();
  const { before, after, report } = claim;
  if (!before && !after) return null;
  return html`<details class="around" open=${open}><summary>${t("claim.context")}</summary>
    <p dir=${report.dir} lang=${report.language}><${Words} text=${before} /> <strong><${Words} text=${claim.sentence.text} /></strong> <${Words} text=${after} /></p></details>`;
}

/** `[act, dialog, isOpen]`: opens the dialogs of a claim, and the one that is open. */
export function useClaimDialogs(judgementsOf, done) {
  const [open, setOpen] = useState(null);
  const close = () => setOpen(null);
  const Body = open && { slot: SlotDialog, reject: RejectDialog }[open.name];
  const dialog = Body ? html`<${Body} key=${open.claim.id} claim=${open.claim} judgements=${judgementsOf(open.claim)} close=${close} done=${done} />` : null;
  return [(name, claim) => setOpen({ name, claim }), dialog];
}
