import { render } from "preact";
import "../styles/tokens.css";
import "../styles/base.css";
import "../styles/controls.css";
import "../styles/boot.css";
import "./start.css";
import { createScheduler, exampleWorkbook } from "../host";
import type { Language } from "../../messages";
import { browserStore } from "./kept/work-store";
import type { BesideModule } from "./opening";
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
    bring={bring}
    store={browserStore}
  />,
  page,
);
keepOffline();

/** Loads the page of an open workbook; the code of reading runs in a turn of its own, since all at once takes long. */
async function bring(): Promise<BesideModule> {
  await import(/* webpackChunkName: "beside-reading" */ "../../billing");
  await createScheduler().pause();
  return import(/* webpackChunkName: "beside" */ "./beside");
}

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
