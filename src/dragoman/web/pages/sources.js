/** Who the reports rest on. */
import { html, useMemo, useState } from "../vendor/preact.js";
import { useApp } from "../app/context.js";
import { Heading, Loaded, OtherForms, usePage } from "../app/frame.js";
import { link } from "../app/link.js";
import { Total } from "../app/listing.js";
import { Sources as Table } from "../parts/sources.js";

/** The page: a table that narrows as one types. */
export function Sources() {
  const { t } = useApp();
  const page = usePage();
  return html`<${Heading} title=${t("nav.sources")} /><${Loaded} page=${page}>${(data) => html`<${Body} sources=${data.sources} /><${OtherForms} />`}</${Loaded}>`;
}

function Body({ sources }) {
  const { t } = useApp();
  const [words, setWords] = useState("");
  const names = useMemo(() => new Map(sources.map((source) => [source.id, source.name])), [sources]);
  const shown = sources.filter(({ name }) => folded(name).includes(folded(words.trim())));
  return html`<search class="search"><label><span class="hidden">${t("search.sources")}</span><input type="search" dir="auto" placeholder=${t("search.sources")} value=${words}
      onInput=${(event) => setWords(event.target.value)} /></label><kbd aria-hidden="true">/</kbd></search>
    <${Total} total=${shown.length} what="sources" />
    <${Table} sources=${shown} names=${names} t=${t} link=${link} />`;
}

function folded(text) {
  return (text ?? "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
