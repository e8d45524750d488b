/** The frame of every page: header, banners, the page itself, the places where things are announced. */
import { html, useCallback, useEffect, useMemo, useRef, useState } from "../vendor/preact.js";
import { App, useApp } from "./context.js";
import { Header } from "./header.js";
import { Help } from "./help.js";
import { useKeys } from "./keys.js";
import { languageOf } from "./language.js";
import { Pending, Running, useProgress } from "./progress.js";
import { recall, remember } from "./recent.js";
import { useAddress } from "./router.js";
import { pageOf } from "./routes.js";
import { useWords } from "./words.js";

/** The whole application. */
export function Shell() {
  const address = useAddress();
  const language = languageOf(address);
  const { t, types } = useWords(language);
  const [user, setUser] = useUser();
  const [status, ask] = useProgress();
  useEffect(() => {
    if (!user && status?.user) setUser(status.user);
  }, [status?.user]);
  const [said, announce] = useState("");
  const [help, setHelp] = useState(false);
  useKeys(t ? [
    { key: "?", label: t("key.help"), run: () => setHelp(true) },
    { key: "/", label: t("key.search"), run: focusSearch },
  ] : []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const readOnly = Boolean(status?.read_only);
  const app = useMemo(() => ({ t, types, language, address, user, setUser, status, ask, announce, readOnly }),
    [t, address, user, status, language]);
  if (!t) return html`<p class="loading" role="status">…</p>`;
  return html`<${App.Provider} value=${app}>
    <a class="skip" href="#main">${t("skip")}</a>
    <${Header} />
    <${Banners} status=${status} ask=${ask} readOnly=${readOnly} />
    <${Page} address=${address} />
    <p class="hidden" aria-live="polite" role="status">${said}</p>
    ${help ? html`<${Help} close=${() => setHelp(false)} />` : null}
  </${App.Provider}>`;
}

function useUser() {
  const [user, setUser] = useState(() => recall("user"));
  const keep = useCallback((name) => {
    remember("user", name);
    setUser(name);
  }, []);
  return [user, keep];
}

function focusSearch() {
  const box = document.querySelector("main input[type=search]") ?? document.querySelector("input[type=search]");
  box?.focus();
  box?.select();
}

function Banners({ status, ask, readOnly }) {
  if (!status) return null;
  return html`<div class="banners">
    ${status.running ? html`<${Running} running=${status.running} />` : null}
    ${!status.running && status.pending ? html`<${Pending} pending=${status.pending} ask=${ask} />` : null}
    ${status.failed && !status.running ? html`<${Failed} detail=${status.failed} />` : null}
    ${readOnly ? html`<${ReadOnly} />` : null}
  </div>`;
}

function ReadOnly() {
  const { t } = useApp();
  return html`<div class="banner">${t("read_only")}</div>`;
}

function Failed({ detail }) {
  const { t } = useApp();
  return html`<div class="banner banner-failed" role="status">${t("run.failed", { detail })}</div>`;
}

/** The page of the address; going to another page moves the focus to its heading, as a loaded page would. */
function Page({ address }) {
  const { page: Body, props, key } = pageOf(address.path);
  const main = useRef(null);
  const shown = useRef(key);
  useEffect(() => {
    if (shown.current === key) return;
    shown.current = key;
    focusHeading(main.current);
  }, [key]);
  return html`<main id="main" class="page" tabindex="-1" ref=${main}><${Body} key=${key} ...${props} /></main>`;
}

function focusHeading(main) {
  const heading = main?.querySelector("h1");
  (heading ?? main)?.focus({ preventScroll: true });
}
