/** Turning a name that nobody knew into an entry of the project's pack. */
import { html, useState } from "../vendor/preact.js";
import { useApp } from "../app/context.js";
import { useKeys } from "../app/keys.js";
import { useSend } from "../app/send.js";
import { Outcome } from "./deciding.js";
import { NameField } from "./namefield.js";
import { Reason } from "./reason.js";

const NUMBERED = 9;

/** Ids of a new entry's kind and side that packs know. */
const KINDS = ["military", "militia", "rebel", "jihadist", "government", "ministry", "police", "political", "coalition", "igo",
  "ngo", "monitor", "rescue", "agency", "outlet", "person", "people", "other"];
const SIDES = ["government", "opposition", "islamic-state", "kurdish", "turkey", "us-coalition", "israel", "neutral"];
const PLACE_KINDS = ["town", "village", "city", "neighbourhood", "estate", "camp", "district", "subdistrict", "area", "province",
  "region", "country", "airbase", "base", "crossing", "checkpoint", "hospital", "facility", "dam", "hill", "field", "road"];

/** The body of POST /names; pure. Numbers are null where their field is empty. */
export function entryOf({ name, role, language, id, made, user, reason }) {
  const number = (text) => (text.trim() ? Number(text.replace(",", ".")) : null);
  const common = { role, name, language, id: id ?? null, user: user.trim(), reason: reason.trim() };
  if (id) return { ...common, kind: null, side: null, lat: null, lon: null, within: null };
  if (role === "place") return { ...common, kind: made.kind || null, side: null, lat: number(made.lat), lon: number(made.lon), within: made.within?.id ?? null };
  return { ...common, kind: made.kind || null, side: made.side || null, lat: null, lon: null, within: null };
}

/** Whether a new place's point is written as one; empty is well too. */
export function isPoint({ lat, lon }) {
  const [north, east] = [lat, lon].map((text) => text.trim().replace(",", "."));
  if (!north && !east) return true;
  const plain = /^-?\d{1,3}(\.\d+)?$/;
  return plain.test(north) && plain.test(east) && Math.abs(north) <= 90 && Math.abs(east) <= 180;
}

/** The names near to it, one click each; then a search; then a new entry. `done(answer)` follows the answer. */
export function Naming({ item, done }) {
  const { user } = useApp();
  const [written, setWritten] = useState(null);
  const [reason, setReason] = useState("");
  const [nameless, setNameless] = useState(false);
  const sending = useSend();
  const language = item.examples?.[0]?.report.language ?? "en";
  const send = (id, made) => {
    setNameless(!user.trim());
    if (!user.trim()) return void document.getElementById("reviewer")?.focus();
    const role = item.role === "place" ? "place" : "actor";
    sending.send("/names", entryOf({ name: item.name, role, language, id, made, user, reason }), (answer) => {
      setWritten(answer);
      done?.(answer);
    });
  };
  if (written) return html`<${Written} written=${written} />`;
  return html`<div class="naming">
    <${Near} item=${item} busy=${sending.busy} choose=${(id) => send(id, null)} />
    <${Anew} item=${item} busy=${sending.busy} add=${(made) => send(null, made)} />
    <${Reason} id="name-reason" value=${reason} onChange=${setReason} />
    <${Outcome} sending=${sending} nameless=${nameless && !user.trim()} />
  </div>`;
}

function Near({ item, busy, choose }) {
  const { t } = useApp();
  useKeys((item.near ?? []).slice(0, NUMBERED).map((each, rank) => ({ key: String(rank + 1), shown: "1–9", label: t("key.known"), run: () => choose(each.id) })));
  const what = item.role === "place" ? "place" : "actor";
  return html`<section><h3>${t("names.spelling")}</h3>
    ${item.near?.length ? html`<div class="buttons">${item.near.map((each, rank) => html`<button key=${each.id} type="button" class="button" disabled=${busy} onClick=${() => choose(each.id)}>
      ${rank < NUMBERED ? html`<kbd>${rank + 1}</kbd> ` : null}<bdi class="told">${each.name}</bdi></button>`)}</div>` : html`<p class="quiet">${t("names.none_near")}</p>`}
    <${NameField} id="name-known" what=${what} label=${t(`form.find_${what}`)} choose=${(record) => choose(record.id)} />
  </section>`;
}

function Anew({ item, busy, add }) {
  const { t } = useApp();
  const place = item.role === "place";
  const [made, setMade] = useState({ kind: place ? "town" : "other", side: "", lat: "", lon: "", within: null });
  const put = (changes) => setMade({ ...made, ...changes });
  const right = isPoint(made);
  return html`<section><h3>${t(place ? "names.new_place" : "names.new_actor")}</h3>
    <div class="row">${place ? html`<${Spot} made=${made} put=${put} />` : html`<${Party} made=${made} put=${put} />`}</div>
    ${right ? null : html`<p class="wrong">${t("problem.point")}</p>`}
    <button type="button" class="button primary" disabled=${busy || !right} onClick=${() => add(made)}>${t("names.add")}</button>
  </section>`;
}

function Party({ made, put }) {
  const { t } = useApp();
  return html`<label class="field">${t("form.kind")}<select value=${made.kind} onChange=${(event) => put({ kind: event.target.value })}>
      ${KINDS.map((each) => html`<option key=${each} value=${each}>${t(`kinds.${each}`)}</option>`)}</select></label>
    <label class="field">${t("form.side")}<select value=${made.side} onChange=${(event) => put({ side: event.target.value })}>
      ${["", ...SIDES].map((each) => html`<option key=${each} value=${each}>${t(`sides.${each || "unknown"}`)}</option>`)}</select></label>`;
}

function Spot({ made, put }) {
  const { t } = useApp();
  const degree = (name) => html`<label class="field narrow">${t(`form.${name}`)}<input type="text" inputmode="decimal" value=${made[name]}
    onInput=${(event) => put({ [name]: event.target.value })} /></label>`;
  return html`<label class="field">${t("form.kind")}<select value=${made.kind} onChange=${(event) => put({ kind: event.target.value })}>
      ${PLACE_KINDS.map((each) => html`<option key=${each} value=${each}>${t(`place_kinds.${each}`)}</option>`)}</select></label>
    ${degree("lat")}${degree("lon")}
    <div>${made.within ? html`<p>${t("form.within")}: <strong><bdi class="told">${made.within.name}</bdi></strong></p>` : null}
      <${NameField} id="name-within" what="place" label=${t("form.find_within")} choose=${(within) => put({ within })} /></div>`;
}

function Written({ written }) {
  const { t } = useApp();
  return html`<div class="written" role="status"><p><strong>${t("names.written")}</strong></p>
    <dl class="facts"><div class="fact"><dt>${t("names.file")}</dt><dd><code><bdi class="told">${written.file}</bdi></code></dd></div>
      <div class="fact"><dt>${t("names.entry")}</dt><dd><pre class="told">${typeof written.entry === "string" ? written.entry : JSON.stringify(written.entry, null, 2)}</pre></dd></div>
      <div class="fact"><dt>${t("names.command")}</dt><dd><code><bdi class="told">${written.command}</bdi></code></dd></div></dl></div>`;
}
