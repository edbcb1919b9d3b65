import { readFileSync } from "node:fs";
import { DOMParser, type Element } from "@xmldom/xmldom";
import { addInBase } from "../../build/built";
import { escaped } from "./escaped";

/** The add-in's tab of the ribbon as HTML: groups, icons and labels are the manifest's own. */
export function ribbonAsHtml(): string {
  const document = new DOMParser().parseFromString(readFileSync("manifest.xml", "utf8"), "text/xml");
  const all = (parent: Pick<Element, "getElementsByTagNameNS">, name: string) => [
    ...parent.getElementsByTagNameNS("*", name),
  ];
  const strings = new Map(
    all(document, "String").map((one) => [one.getAttribute("id"), one.getAttribute("DefaultValue")]),
  );
  const child = (parent: Element, name: string) =>
    [...parent.childNodes].find((node): node is Element => (node as Element).localName === name);
  const label = (parent: Element) => escaped(strings.get(child(parent, "Label")?.getAttribute("resid") ?? "") ?? "");
  const button = (control: Element) => {
    const icon = all(control, "Image").at(-1)?.getAttribute("resid")?.split(".")[1];
    return `<div class="button"><img src="${addInBase}assets/icons/${icon}-64.png">${label(control)}</div>`;
  };
  const [tab] = all(document, "CustomTab");
  if (tab === undefined) throw new Error("The manifest has no tab.");
  return all(tab, "Group")
    .map((group) => `<div class="group"><div>${all(group, "Control").map(button).join("")}</div>${label(group)}</div>`)
    .join("");
}
