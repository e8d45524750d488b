/** A slot that is a list: who, whom, where, how many, who says so; each value with its words. */
import { html } from "../vendor/preact.js";
import { useApp } from "../app/context.js";
import { COUNTED, COUNTED_WHO, STANCES, emptyEntry } from "../app/slotvalue.js";
import { NameField } from "./namefield.js";
import { WordsField } from "./wordsfield.js";

/** All values; `current` is the one that marked words go to. */
export function Entries({ slot, entries, change, current, setCurrent }) {
  const { t } = useApp();
  const put = (rank, changes) => change(entries.map((each, at) => (at === rank ? { ...each, ...changes } : each)));
  const add = () => {
    change([...entries, emptyEntry(slot)]);
    setCurrent(entries.length);
  };
  return html`<ol class="entries">
    ${entries.map((entry, rank) => html`<li key=${rank} class=${rank === current ? "entry current" : "entry"} onFocusIn=${() => setCurrent(rank)}>
      <${Entry} slot=${slot} entry=${entry} rank=${rank} change=${(changes) => put(rank, changes)} />
      <button type="button" class="button small" onClick=${() => change(entries.filter((_, at) => at !== rank))}>${t("form.remove")}</button>
    </li>`)}
  </ol>
  ${entries.length ? null : html`<p class="quiet">${t("form.nothing")}</p>`}
  <button type="button" class="button small" onClick=${add}>+ ${t("form.add")}</button>`;
}

function Entry({ slot, entry, rank, change }) {
  const id = `entry-${slot}-${rank}`;
  return html`<${WordsField} id=${id} entry=${entry} change=${change} />
    ${slot === "counts" ? html`<${Count} entry=${entry} change=${change} />` : html`<${Named} slot=${slot} entry=${entry} id=${id} change=${change} />`}
    ${slot === "attribution" ? html`<${Speaking} entry=${entry} change=${change} />` : null}`;
}

function Named({ slot, entry, id, change }) {
  const { t } = useApp();
  const what = slot === "places" ? "place" : "actor";
  const choose = (record) => change({ id: record.id, name: record.name, place: what === "place" ? placeOf(record) : null });
  return html`<div class="field">
    <p>${t("form.known_as")} ${entry.id ? html`<strong><bdi class="told">${entry.name || entry.id}</bdi></strong> <code><bdi class="told">${entry.id}</bdi></code>
      ${" "}<button type="button" class="button small" onClick=${() => change({ id: null, name: "", place: null })}>${t("form.unknown")}</button>`
      : html`<em>${t("form.nobody_known")}</em>`}</p>
    <${NameField} id=${`${id}-name`} what=${what} label=${t(`form.find_${what}`)} choose=${choose} />
  </div>`;
}

function placeOf({ lat, lon, precision, within }) {
  return { lat, lon, precision, within: within?.id ?? within ?? null };
}

function Count({ entry, change }) {
  const { t } = useApp();
  const number = (name) => html`<label class="field narrow">${t(`form.${name}`)}
    <input type="text" inputmode="numeric" value=${entry[name]} onInput=${(event) => change({ [name]: event.target.value })} /></label>`;
  const who = entry.who && !COUNTED_WHO.includes(entry.who) ? [...COUNTED_WHO, entry.who] : COUNTED_WHO;
  return html`<div class="row">${number("low")}${number("high")}
    <${Pick} label=${t("form.what")} value=${entry.what} choices=${COUNTED} words="what" choose=${(what) => change({ what })} />
    <${Pick} label=${t("form.who")} value=${entry.who} choices=${["", ...who]} words="who" choose=${(chosen) => change({ who: chosen })} />
    <label class="choice"><input type="checkbox" checked=${entry.cumulative} onChange=${(event) => change({ cumulative: event.target.checked })} /> ${t("form.cumulative")}</label>
  </div>`;
}

function Speaking({ entry, change }) {
  const { t } = useApp();
  return html`<div class="row"><label class="field">${t("form.cue")}
      <input type="text" dir="auto" value=${entry.cue} onInput=${(event) => change({ cue: event.target.value })} /></label>
    <${Pick} label=${t("form.stance")} value=${entry.stance} choices=${STANCES} words="stances" choose=${(stance) => change({ stance })} /></div>`;
}

function Pick({ label, value, choices, words, choose }) {
  const { t } = useApp();
  return html`<label class="field">${label}<select value=${value} onChange=${(event) => choose(event.target.value)}>
    ${choices.map((each) => html`<option key=${each} value=${each}>${each ? t.or(`${words}.${each}`, each) : "–"}</option>`)}</select></label>`;
}
