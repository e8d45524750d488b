/** Which of the three languages the screen speaks: the address's, else the remembered one, else the browser's. */
import { one } from "./address.js";
import { recall } from "./recent.js";

/** Codes and own names of the interface's languages. */
export const LANGUAGES = [["en", "English"], ["de", "Deutsch"], ["hr", "Hrvatski"]];

/** The language for an address; pure but for what is remembered. */
export function languageOf(address, remembered = recall("language"), browser = navigator.languages) {
  const wanted = [one(address, "lang"), remembered, ...(browser ?? []).map((each) => each.slice(0, 2))];
  return wanted.find((code) => LANGUAGES.some(([each]) => each === code)) ?? "en";
}
