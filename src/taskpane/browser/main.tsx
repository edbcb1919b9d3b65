import { render } from "preact";
import "../styles/tokens.css";
import "../styles/base.css";
import "../styles/controls.css";
import "../styles/boot.css";
import "./start.css";
import { exampleWorkbook } from "../host";
import type { Language } from "../../messages";
import { browserStore } from "./kept/work-store";
import { Start } from "./start";

/** Asks for the example at once: `navigateur.html?exemple`. */
const exampleAsked = "exemple";

/** Returns the language asked for in the address, else the browser's. */
function languageOf({ search }: Location): Language {
  const asked = new URLSearchParams(search).get("lang");
  return (asked ?? navigator.language).toLowerCase().startsWith("en") ? "en" : "fr";
}

const language = languageOf(location);
document.documentElement.lang = language;
const page = document.querySelector("#page");
if (page === null) throw new Error("navigateur.html has no #page.");
page.replaceChildren();
render(
  <Start
    language={language}
    startsWithExample={new URLSearchParams(location.search).has(exampleAsked)}
    readExample={exampleWorkbook.read}
    bring={() => import(/* webpackChunkName: "beside" */ "./beside")}
    store={browserStore}
  />,
  page,
);
keepOffline();

/**
 * Has the browser keep the page for when the network is away. When it cannot, over http or because it is forbidden, the
 * page works as long as its files can be asked for.
 */
function keepOffline(): void {
  if (!("serviceWorker" in navigator)) return;
  // What the page shows first comes first.
  addEventListener("load", () => {
    void navigator.serviceWorker.register("service-worker.js").catch(() => undefined);
  });
}
