/** What every part of a page may ask for without being handed it: the words, the address, the reviewer, what runs. */
import { createContext, useContext } from "../vendor/preact.js";

/** `{t, types, language, address, user, setUser, status, ask, announce, readOnly}` */
export const App = createContext(null);

/** The application's context. */
export function useApp() {
  return useContext(App);
}
