const longest = 31;

/** A name that Excel accepts for a sheet, close to the one given, and not among those taken (which it joins). */
export function sheetNameFor(wanted: string, taken: Set<string>): string {
  const clean = wanted
    .replace(/[[\]:*?/\\]/g, " ")
    .replace(/^[\s']+|[\s']+$/g, "")
    .slice(0, longest)
    .trim();
  const base = clean === "" || /^(history|historique)$/i.test(clean) ? "Feuille" : clean;
  let name = base;
  for (let number = 2; taken.has(name.toLowerCase()); number++) {
    const suffix = ` (${number})`;
    name = base.slice(0, longest - suffix.length) + suffix;
  }
  taken.add(name.toLowerCase());
  return name;
}
