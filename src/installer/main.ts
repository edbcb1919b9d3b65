import "./installer.css";
import { folderAddress } from "./address";
import { checkFolder } from "./check-folder";
import { functionsFor, manifestFor, type Published } from "./published";

declare const published: Published;

const part = <E extends HTMLElement>(id: string) => document.getElementById(id) as E;

/** The folder that the page was opened from. */
const here = new URL(".", location.href).href;
const opened = location.protocol === "https:" ? "https" : location.protocol === "http:" ? "http" : "file";

const address = part<HTMLInputElement>("address");

/** Shows the parts of the page for the way it was opened (a disk, http or https), and hides the others. */
function showOpened(): void {
  for (const one of document.querySelectorAll<HTMLElement>("[data-opened]"))
    one.hidden = !one.dataset["opened"]!.split(" ").includes(opened);
  for (const one of document.querySelectorAll("[data-version]")) one.textContent = published.version;
}

/**
 * Makes the link to this page on the server follow the typed address, and removes the error about it once it is right.
 */
function followAddress(): void {
  const folder = folderAddress(address.value);
  const link = part<HTMLAnchorElement>("there");
  link.hidden = folder === null;
  if (folder !== null) {
    link.href = `${folder}${location.pathname.split("/").at(-1)}`;
    link.textContent = link.href;
    showFault(false);
  }
}

function showFault(isFaulty: boolean): void {
  part("address-fault").hidden = !isFaulty;
  address.setAttribute("aria-invalid", String(isFaulty));
}

/** Saves a file that contains the address; without an address, returns to its field. */
function save(name: string, type: string, made: (folder: string) => string): void {
  const folder = folderAddress(address.value);
  if (folder === null) {
    showFault(true);
    return address.focus();
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([made(folder)], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  part("saved").replaceChildren(sentence("said-saved", { name, folder }));
}

/** Returns a sentence of the page, its blanks filled. */
function sentence(template: string, blanks: Readonly<Record<string, string>>): DocumentFragment {
  const made = part<HTMLTemplateElement>(template).content.cloneNode(true) as DocumentFragment;
  for (const [name, text] of Object.entries(blanks))
    for (const blank of made.querySelectorAll(`.${name}`)) blank.textContent = text;
  return made;
}

async function check(): Promise<void> {
  const count = String(Object.keys(published.files).length);
  const verdict = part("verdict");
  verdict.replaceChildren(sentence("said-checking", { count }));
  part("faults").replaceChildren();
  part("advice").replaceChildren();
  const { faults, advice } = await checkFolder(published, here, (url, init) => fetch(url, init));
  const bad = String(faults.length);
  verdict.replaceChildren(sentence(faults.length === 0 ? "said-right" : "said-wrong", { count, bad, folder: here }));
  part("faults").replaceChildren(...faults.map(({ kind, ...blanks }) => sentence(`said-${kind}`, blanks)));
  // Advice is about Excel, which takes nothing that is served over http.
  const shown = opened === "https" ? advice : [];
  part("advice").replaceChildren(...shown.map((kind) => sentence(`said-${kind}`, {})));
}

showOpened();
if (opened === "https") address.value = here;
address.addEventListener("input", followAddress);
address.addEventListener("change", () => showFault(address.value !== "" && folderAddress(address.value) === null));
part("manifest").addEventListener("click", () =>
  save("manifest.xml", "text/xml", (folder) => manifestFor(published, folder)),
);
part("functions").addEventListener("click", () =>
  save("functions.json", "application/json", (folder) => functionsFor(published, folder)),
);
part("check").addEventListener("click", () => void check());
followAddress();
if (opened !== "file") void check();
