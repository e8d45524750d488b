/** Numbers of people and things by source, on one axis: never added up. */
import { html } from "../vendor/preact.js";
import { useApp } from "../app/context.js";
import { Heading, Loaded, OtherForms, usePage } from "../app/frame.js";
import { link } from "../app/link.js";
import { Total } from "../app/listing.js";
import { SearchBox } from "../app/searchbox.js";
import { Tolls as Bars } from "../parts/tolls.js";

/** The page. */
export function Tolls() {
  const { t } = useApp();
  const page = usePage();
  return html`<div class="page-head"><${Heading} title=${t("nav.tolls")} /><${SearchBox} label=${t("search.tolls")} /></div><p class="quiet">${t("tolls_page.say")}</p>
    <${Loaded} page=${page}>${(data) => html`<${Total} total=${data.total ?? data.tolls.length} what="tolls" />
    <h2 class="hidden">${t("nav.tolls")}</h2><${Bars} tolls=${data.tolls} ranges=${data.ranges} t=${t} link=${link} /><${OtherForms} />`}</${Loaded}>`;
}
