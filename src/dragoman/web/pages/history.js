/** Every decision that people made: who, when, what and why. */
import { html } from "../vendor/preact.js";
import { one, toggled } from "../app/address.js";
import { useApp } from "../app/context.js";
import { Heading, Loaded, OtherForms, usePage } from "../app/frame.js";
import { Pager, Total } from "../app/listing.js";
import { go } from "../app/router.js";
import { useDeciding } from "../review/deciding.js";
import { Judgements } from "../review/judgements.js";

/** The page. */
export function History() {
  const { t, address } = useApp();
  const page = usePage();
  const { undo, outcome } = useDeciding();
  return html`<${Heading} title=${t("nav.history")} /><p class="quiet">${t("history.say")}</p>
    <${Loaded} page=${page}>${(data) => html`<${Total} total=${data.total} what="decisions" />
    <div class="chips" role="group" aria-label=${t("history.by")}>${(data.users ?? []).map((user) => html`<button key=${user.id} type="button" class="chip" aria-pressed=${one(address, "user") === user.id}
      onClick=${() => go(toggled(address, "user", user.id))}><bdi class="told">${user.name}</bdi> <span class="number">${user.count}</span></button>`)}</div>
    ${outcome}<${Judgements} judgements=${data.judgements} undo=${(each) => undo(each)} linked />
    <${Pager} page=${data.page} pages=${data.pages} /><${OtherForms} />`}</${Loaded}>`;
}
