import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/**
 * Reduces the list of the EPCI of France to what the pane asks of it: of each, its name and its communes, « 25056 5 Besançon ». The SIREN
 * of a commune is usually made of its INSEE code: its last figure is then enough. Those of no EPCI come last, under no name; a dash
 * stands for a SIREN that is not published.
 */
export function communesOfFrance(epcis, communes) {
  // Communes that merged have left their codes to others.
  const current = communes.filter(({ type }) => type === "commune-actuelle");
  const sirens = new Map(current.map(({ code, siren }) => [code, siren]));
  const told = ({ code, nom }) => {
    const siren = sirens.get(code) ?? "-";
    const isMade = siren.startsWith(`21${code.slice(0, 2)}0${code.slice(2)}`);
    return `${code} ${isMade ? siren.at(-1) : siren} ${nom}`;
  };
  const members = new Set(epcis.flatMap(({ membres }) => membres.map(({ code }) => code)));
  const alone = current.filter(({ code }) => !members.has(code));
  return [...epcis.map(({ nom, membres }) => [nom, membres.map(told)]), ["", alone.map(told)]];
}

/** As a loader of the list of EPCI, which the list of communes stands beside. */
export default function load(epcis) {
  const communes = require.resolve("@etalab/decoupage-administratif/data/communes.json");
  this.addDependency(communes);
  const france = JSON.stringify(communesOfFrance(JSON.parse(epcis), require(communes)));
  // A text, which is read sooner than a script of that length.
  return `export default JSON.parse(${JSON.stringify(france)});`;
}
