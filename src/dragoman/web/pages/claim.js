/** One claim: its words, how it was read, what it is linked with, what people decided on it. */
import { html } from "../vendor/preact.js";
import { useApp } from "../app/context.js";
import { EventCard } from "../app/eventcard.js";
import { Heading, Loaded, OtherForms, usePage } from "../app/frame.js";
import { useKeys } from "../app/keys.js";
import { link } from "../app/link.js";
import { SlotLegend } from "../parts/told.js";
import { share } from "../parts/format.js";
import { ClaimWork, useClaimDialogs } from "../review/claimwork.js";
import { latestOf, useDeciding } from "../review/deciding.js";
import { Judgements } from "../review/judgements.js";

/** The page. */
export function Claim({ id }) {
  const { t } = useApp();
  const page = usePage();
  return html`<${Loaded} page=${page} title=${`${t("claim.claim")} ${id}`}>${(data) => html`<${Body} data=${data} />`}</${Loaded}>`;
}

function Body({ data }) {
  const { t, readOnly, user } = useApp();
  const { claim, event, links, judgements, explained } = data;
  const { undo, outcome } = useDeciding();
  const [act, dialog] = useClaimDialogs(() => judgements);
  const mine = latestOf(judgements, user);
  useKeys(readOnly ? [] : [
    { key: "z", label: t("key.undo"), run: () => undo(mine), off: !mine },
    { key: "e", label: t("key.correct"), run: () => act("slot", claim) },
    { key: "x", label: t("key.reject"), run: () => act("reject", claim) },
  ]);
  return html`<${Heading} title=${`${t("claim.claim")} ${claim.id}`} />
    <${SlotLegend} t=${t} />
    <${ClaimWork} claim=${claim} act=${act} />
    ${dialog}
    <section><h2>${t("claim_page.event")}</h2>${event ? html`<${EventCard} event=${event} />` : html`<p class="quiet">${t("claim_page.no_event")}</p>`}</section>
    <${Links} links=${links} claim=${claim} />
    <section><h2>${t("history.record")}</h2>${outcome}<${Judgements} judgements=${judgements} undo=${(each) => undo(each)} /></section>
    ${explained?.length ? html`<section><details class="panel" open><summary>${t("claim_page.explained")}</summary><pre class="told explained" tabindex="0">${explained.join("\n")}</pre></details></section>` : null}
    <${OtherForms} />`;
}

/** Claims that this one was compared with, with the score and what spoke for and against. */
export function Links({ links, claim = null }) {
  const { t } = useApp();
  if (!links?.length) return null;
  const other = (each) => (claim && each.a === claim.id ? [each.b] : claim && each.b === claim.id ? [each.a] : [each.a, each.b]);
  return html`<section><details class="panel"><summary>${t("links.title", { n: links.length })}</summary>
    <ul class="links">${links.map((each) => html`<li key=${each.a + each.b}>${other(each).map((id, rank) => html`${rank ? " – " : ""}<a class="id" href=${link("claim", id)}>${id}</a>`)}
      ${typeof each.score === "number" ? html` <strong class="number">${share(each.score, t)}</strong>` : null}
      ${" "}<span class="quiet"><bdi class="told">${(each.reasons ?? []).join(" · ")}</bdi></span></li>`)}</ul></details></section>`;
}
