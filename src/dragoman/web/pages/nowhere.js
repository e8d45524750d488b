/** An address that is no page. */
import { html } from "../vendor/preact.js";
import { useApp } from "../app/context.js";
import { Heading } from "../app/frame.js";

/** Says so and leads home. */
export function Nowhere() {
  const { t } = useApp();
  return html`<${Heading} title=${t("nowhere.title")} /><p>${t("nowhere.say")} <a href="/">${t("nav.overview")}</a></p>`;
}
